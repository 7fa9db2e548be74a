"""What was decided and what was recommended: markers, lists of limbs, prose."""
