"""Labels under which companies' numbers are printed beside their names, in one place for all who look for them.

Written by the maintainers, 2026, from the abbreviations that registers and tax offices use. Labels are patterns for `re`, to be
matched whatever the case. Which scheme a label names is said in `identifiers`.
"""

from __future__ import annotations

LABELS = (
    "инн|огрнип|огрн|кпп|окпо|бин|иин|едрпоу|inn|ogrn|kpp|okpo|unn|bin|iin|edrpou|uscc|usci|ic|iec|pan|gstin?|vat|eori"
    "|duns|trn|tin|vkn|nip|regon|krs|mst|cnpj|rfc|ruc|rut|nit|cuit|siren|siret|hrb|ust-?id(?:-?nr)?|cin|crn|lei"
)
"""Labels that are hardly words of a name: four characters with a digit may follow."""
LABELS_OR_WORDS = (
    "unp|унп|єдрпоу|cpf|ubn|стир|stir|eik|еик|bulstat|булстат|pib|пиб|jib|јиб|v[oö]en|hvhh|հվհհ|idno|ntn|strn"
    r"|npwp|nif|cif|rif|cui|afm|αφμ|gemi|γεμη|mersis|ič[o]?|ico|di[čc]|oib|kvk|cvr|y-?tunnus|abn|acn|ssm|roc|c\.r\.|st-?nr|reg\.?\s?kood"
    r"|registrikood|cod\s+fiscal|(?:pvm|įm\.?)\s?kodas|į\.\s?k\.|α\.φ\.μ\.|ს/კ|統一編號|统一编号|統編|统编|код\s+(?:єдрпоу|едрпоу|унп)"
)
"""Labels that may be words too (Roc, Stir), or parts of them: more digits must follow."""
NUMBER_OF = "tax|reg(?:istration|n)?|license|licence|company|id|cr|vat"
"""What a number is of, in English: `tax id no`, `company number`."""
