import typer


def build(context: typer.Context) -> None:
    """Build."""
