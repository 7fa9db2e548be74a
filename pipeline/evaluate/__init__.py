"""`minutebook evaluate GOLD`: how often each field is right on pages whose answers are known."""
