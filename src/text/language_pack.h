// SPDX-License-Identifier: Apache-2.0
// language_pack.h — what is particular to one language, as a table: one file for each language in text/languages/.
#ifndef SIGNPOST_TEXT_LANGUAGE_PACK_H_
#define SIGNPOST_TEXT_LANGUAGE_PACK_H_

#include <span>
#include <string>
#include <string_view>

namespace signpost::text {

struct LanguagePack {
  // An ending that accent folding took from the stemmer's reach, and what to put in its place before stemming; at least
  // two bytes of the term stand before it.
  struct StemRewrite {
    std::string_view ending;
    std::string_view replacement;
  };

  std::string_view tag;      // primary language subtag, "en"; "" for the root pack
  std::string_view stemmer;  // libstemmer's name, "english"; "" when it has none for the language
  // Letters that keep what accent folding would take from them, lower case, NFC: "ñ" in Spanish.
  std::string_view kept_letters;
  // Terms as Analyze gives them (folded), in byte order.
  std::span<const std::string_view> stop_words;
  // The first row whose ending the term has is applied, once.
  std::span<const StemRewrite> stem_rewrites;
  // "customer's" gives the term "customer".
  bool drops_possessive_s = false;
  // Traditional Chinese characters give simplified terms. Not in Japanese, where both may stand for different words.
  bool simplifies_han = true;
};

// Returns the pack of the tag's primary language ("pt-BR" -> pt), or the root pack. Never fails; the reference is valid
// for ever.
const LanguagePack& FindLanguagePack(std::string_view tag);

// Returns the tag in the form that partitions are named by: lower case, '_' as '-'. "pt_BR" -> "pt-br".
std::string NormalizeLanguageTag(std::string_view tag);

// True when a document in `document_tag` is in the language that `requested_tag` asks for: equal, or one is the other
// with more subtags ("pt" and "pt-br"; not "pt-pt" and "pt-br"). REQUIRES: both normalised.
bool LanguageMatches(std::string_view requested_tag, std::string_view document_tag);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_LANGUAGE_PACK_H_
