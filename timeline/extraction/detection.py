def detect(text: str) -> str:
    return "en"
