"""`make train`: small models for what words make of a figure, measured against the rules.

`gather` takes figures and names with their answers from gold folders, `templates` makes sentences
of our own, `extractors.marked` tells what a model sees of each, `model` trains, `compare` and
`suppliers` set rules, model and both side by side, `others` asks other libraries, `page` writes
docs/models.md. Nothing here is used when pages are read.
"""
