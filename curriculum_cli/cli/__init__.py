"""Commands and screens: parse, call the pipeline, choose the exit code."""
