"""Builder of training curricula: YAML modules to printable lesson plans and handbooks."""

__version__ = "0.1.0"
