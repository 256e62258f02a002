// SPDX-License-Identifier: Apache-2.0
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include <unicode/uchar.h>
#include <unicode/uversion.h>
#include <xxhash.h>

#include "base/strings.h"
#include "text/analyzer.h"
#include "text/languages/packs.h"
#include "text/stemmer.h"

namespace signpost::text {
namespace {

// Raised whenever a change of this module makes any text give other terms, stems or stop words.
constexpr int kTablesVersion = 4;

// Words of the languages that are stemmed, with endings that their stemmers take off.
constexpr std::string_view kStemmerProbes[] = {
    "deliveries",   "returned",    "generalizations", "devoluciones", "dirección",     "actualizando",  "informações",
    "encomendas",   "rapidamente", "commandes",       "annulée",      "remboursement", "rückgaben",     "bestellungen",
    "restituzioni", "pagamento",   "levering",        "betalingen",   "jackorna",      "beställningar", "størrelserne",
    "bestillinger", "tilauksen",   "palautukset",     "заказами",     "возвратный",    "подарочных",    "siparişlerim",
    "ürünlerin",    "الطلبات",     "المرتجعات",
};

std::uint64_t StemmerHash() {
  std::string stems;
  for (const LanguagePack* pack : AllLanguagePacks()) {
    if (pack->stemmer.empty()) continue;
    for (const std::string_view word : kStemmerProbes) stems += StrCat(SnowballStem(pack->stemmer, word), "\n");
  }
  return XXH3_64bits(stems.data(), stems.size());
}

// The libraries that run, which need not be those that were compiled against.
std::string Dotted(const UVersionInfo& version) {
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(version, text);
  return text;
}

}  // namespace

std::string AnalysisFingerprint() {
  UVersionInfo icu;
  UVersionInfo unicode;
  u_getVersion(icu);
  u_getUnicodeVersion(unicode);
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016" PRIx64, StemmerHash());
  return StrCat("icu ", Dotted(icu), "; unicode ", Dotted(unicode), "; snowball ", std::string_view(hash), "; tables ",
                kTablesVersion);
}

}  // namespace signpost::text
