"""The parts of the binder; each knows one part of a PDF. The only `import pikepdf`."""
