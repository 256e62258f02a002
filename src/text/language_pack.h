// SPDX-License-Identifier: Apache-2.0
// language_pack.h — what is particular to one language, as a table: one file for each language in text/languages/.
#ifndef SIGNPOST_TEXT_LANGUAGE_PACK_H_
#define SIGNPOST_TEXT_LANGUAGE_PACK_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace signpost::text {

// What a row of ClassRewrite looks at.
enum class RewriteAt : std::uint8_t {
  kWord,        // the whole term; no other row applies before the stemmer then
  kAnywhere,    // every place in the term, left to right
  kRest,        // everything from its first place on
  kEnding,      // the end of the term; the first such row that fits is applied, once
  kStemEnding,  // the end of the stem, likewise
};

// A spelling that does not tell forms of one word apart, and what stands for it in the name of their stem class: "ueber"
// and "über" are one class in German, "mice" and "mouse" in English. Terms themselves are never rewritten. Rows for
// words stand first in a table, in byte order; the others are applied in the order of the table.
struct ClassRewrite {
  RewriteAt at;
  std::string_view from;
  std::string_view to;
  std::string_view not_after = {};  // kAnywhere: ASCII letters behind which it is left alone
  std::uint8_t min_before = 2;      // bytes that stand before it, at least; not for kWord
};

// Letters of words that were typed on a keyboard without them are known by the vowels around: "urunler" is "ürünler".
struct VowelHarmony {
  std::string_view back;    // "aıou"
  std::string_view front;   // "eiöü", each at the place of its partner
  std::string_view suffix;  // those of both, in ASCII, that stand behind the first syllable of a word
};

struct LanguagePack {
  std::string_view tag;           // primary language subtag, "en"; "" for the root pack
  std::string_view aliases = {};  // other tags that this pack serves, with one blank between

  // --- terms ---
  // Letters that keep what accent folding would take from them, lower case, NFC: "ñ" in Spanish. Their stem class
  // forgets the difference: each spelling finds the other at a cost.
  std::string_view kept_letters = {};
  // I is the capital of ı. REQUIRES: ı is a kept letter.
  bool dotless_i = false;
  // Words that lose their vowel before another, without their apostrophe, in byte order: "l'harmonie" gives the terms
  // "l" and "harmonie". Lower-case ASCII.
  std::span<const std::string_view> elisions = {};
  // "customer's" gives the term "customer".
  bool drops_possessive_s = false;
  // Traditional Chinese characters give simplified terms. Not in Japanese, where both may stand for different words.
  bool simplifies_han = true;
  // Terms as Analyze gives them (folded), in byte order: articles, what joins clauses, question and help frames.
  std::span<const std::string_view> stop_words = {};
  // Words and phrases by which a question is known, with | between them.
  std::string_view question_phrases = {};

  // --- stem classes: stem_class.h has the procedure ---
  std::string_view stemmer = {};  // libstemmer's name, "english"; "" when it has none for the language
  int stemmer_passes = 1;         // more for a stemmer that leaves an ending for the next time
  std::span<const ClassRewrite> class_rewrites = {};
  VowelHarmony harmony = {};

  // --- compounds: compound.h; both empty where words are not written together ---
  std::span<const std::string_view> linking_elements = {};  // between two parts, "s" of Arbeitszeit; "" first
  std::span<const std::string_view> part_endings = {};      // of a compound's last part, inflected: "n" of -schrauben
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
