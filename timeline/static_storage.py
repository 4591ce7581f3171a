"""How static files are stored for production."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleStorage(CompressedManifestStaticFilesStorage):
    """Compressed, named by their content, and so cached for good: the modules that a script imports
    as well, or a browser would keep an old one beside a new page."""

    support_js_module_import_aggregation = True
