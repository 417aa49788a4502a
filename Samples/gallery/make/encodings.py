"""Vietnamese text as old programs save it."""

import unicodedata

# VNI-Windows: a base letter and a mark after it.
_VNI = {"à": "aø", "á": "aù", "ả": "aû", "ã": "aõ", "ạ": "aï", "ă": "aê", "â": "aâ", "ấ": "aá", "ầ": "aà", "ệ": "eä",
        "ế": "eá", "ề": "eà", "ể": "eå", "ê": "eâ", "é": "eù", "ị": "ò", "í": "í", "ì": "ì", "ộ": "oä", "ố": "oá",
        "ổ": "oå", "ồ": "oà", "ô": "oâ", "ơ": "ô", "ờ": "ôø", "ớ": "ôù", "ợ": "ôï", "ọ": "oï", "ó": "où", "ò": "oø",
        "ụ": "uï", "ú": "uù", "ủ": "uû", "ư": "ö", "ứ": "öù", "ừ": "öø", "ự": "öï", "ữ": "öõ", "đ": "ñ", "Đ": "Ñ",
        "ạ": "aï", "ậ": "aä", "ẫ": "aã", "ẩ": "aå", "ẽ": "eõ", "ỉ": "æ", "ý": "yù", "Ấ": "AÁ", "Ứ": "ÖÙ"}


def vni(text):
    return "".join(_VNI.get(letter, letter) for letter in unicodedata.normalize("NFC", text)).encode("cp1252", "replace")


def lost(text):
    """Saved in a Western code page: every letter it lacks became a question mark."""
    return text.encode("cp1252", "replace")


def mojibake(text):
    """UTF-8 that was opened as Western and saved again."""
    return text.encode().decode("cp1252", "replace").replace("\ufffd", "?")
