"""Turns the long complaint of pip or npm into one sentence."""

import re

# Words that pip, npm and the libraries below them print when there is no way to the registry.
OUT_OF_REACH = re.compile(
    r"ConnectionError|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError"
    r"|Name or service not known|name resolution|Could not fetch URL|Network is unreachable"
    r"|Connection refused|timed out"
    r"|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT|EHOSTUNREACH",
    re.IGNORECASE,
)
LAST_WORD = re.compile(
    r"^(?:ERROR:|npm error|npm ERR!)\s*(?!A complete log|code )(.+)$", re.MULTILINE
)


def sentence(tool: str, registry: str, output: str) -> str:
    """Why `tool` failed, by what it printed; `registry` is what it takes packages from."""
    if OUT_OF_REACH.search(output):
        return (
            f"{tool} cannot reach {registry}: check the connection (or the proxy and mirror that "
            f"{tool} is set up with) and run the same command again."
        )
    complaints: list[str] = LAST_WORD.findall(output) or output.strip().splitlines()[-1:]
    return f"{tool} failed: {complaints[-1].strip() if complaints else 'it printed nothing'}"
