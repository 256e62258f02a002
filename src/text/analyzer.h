// SPDX-License-Identifier: Apache-2.0
// analyzer.h — text -> tokens: what a text says in the terms of the index, with every token's place in the original.
//
// Unit:     the smallest piece that can be matched and marked: a word by UAX #29, a part of an identifier, one CJK
//           character, one elided article (l'harmonie has two). Units are numbered from 0 within a text: that number is the token's position.
// Token:    a term that stands at a position and covers `span` units. A word gives one token. An identifier (E-404,
//           NOR.0707-60) gives one for each part, one for the whole, one for the whole without separators. A compound
//           (wi-fi, p.m.) gives one for each part, one for all without separators. A run of CJK gives one for each
//           character and one for each adjacent pair. Some units give more tokens behind their own: SkipBridge its
//           pieces ~skip and ~bridge, 3,000 its digits 3000, <street> in angle brackets ~<street>.
// Term:     the surface form: NFKC, case folded, accents folded as the language pack says. Never stemmed.
// Offsets:  half-open byte ranges of the original text, on grapheme boundaries, however normalising changes lengths.
// Threads:  an Analyzer is immutable; const methods may run concurrently.
// Cost:     linear in the text.
#ifndef SIGNPOST_TEXT_ANALYZER_H_
#define SIGNPOST_TEXT_ANALYZER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signpost::text {

struct LanguagePack;

enum class TokenKind : std::uint8_t {
  kWord,        // letters only
  kNumber,      // digits, perhaps with . or , between them
  kIdentifier,  // letters and digits mixed, c++ and .net, or the whole of parts joined by - . _ / : # @ +
  kJoined,      // an identifier or a compound without its separators
  kPart,        // a part of an identifier that is not a plain word; a plain word as part is kWord
  kInner,       // a piece of one unit (inner_parts.h), a grouped number without its marks (grouped_number.h),
                // or a placeholder, which may cover several units (placeholder.h)
  kCjk,         // one character of Chinese, Japanese, ...
  kCjkPair,     // two adjacent ones
};

struct Token {
  std::uint32_t position = 0;  // of its first unit
  std::uint16_t span = 1;      // units covered
  TokenKind kind = TokenKind::kWord;
  std::uint32_t term_begin = 0;  // the term is TokenList::arena[term_begin, term_begin + term_size)
  std::uint32_t term_size = 0;
};

// True for the token that says what one unit is; false for what covers several, and for what else is found at a unit.
inline bool IsOfUnit(const Token& token) { return token.span == 1 && token.kind != TokenKind::kInner; }

struct Unit {
  std::uint32_t begin = 0;  // byte range in the original
  std::uint32_t end = 0;
};

// What a text came to. Reused from call to call to save allocations; Analyze clears it.
struct TokenList {
  std::vector<Token> tokens;  // by position, then longest span first
  std::vector<Unit> units;    // by position; units[i].end <= units[i + 1].begin
  std::string arena;
  std::size_t replaced = 0;  // ill-formed parts of the text, each read as one U+FFFD

  std::string_view Term(const Token& token) const { return {arena.data() + token.term_begin, token.term_size}; }
  // Byte range of a token in the original.
  std::uint32_t Begin(const Token& token) const { return units[token.position].begin; }
  std::uint32_t End(const Token& token) const { return units[token.position + token.span - 1].end; }
};

class Analyzer {
 public:
  // `pack` must outlive the analyzer; the packs of language_pack.h live for ever.
  explicit Analyzer(const LanguagePack& pack) : pack_(&pack) {}

  // Fills `*out` with the tokens of `text`. Any bytes are accepted: ill-formed UTF-8 counts as U+FFFD, which is no
  // token. What stands beyond limits::kMaxDocumentBytes is not read.
  void Analyze(std::string_view text, TokenList* out) const;

  // Returns the stem class of a term: what its other forms and spellings share (stem_class.h). A term that the pack says
  // nothing of (a digit in it, CJK, a language without stemmer or table) is its own class.
  std::string Stem(std::string_view term) const;

  // True for words that say little: articles, prepositions, question frames ("how do I", "wie kann ich").
  bool IsStopWord(std::string_view term) const;

  const LanguagePack& pack() const { return *pack_; }

 private:
  const LanguagePack* pack_;
};

// Names everything that decides which terms a text gives: ICU, Unicode and stemmer versions, and the tables' own
// version. Two builds with the same fingerprint read each other's snapshots. The stemmer has no version to ask for: a
// hash of what it makes of some words stands for it.
std::string AnalysisFingerprint();

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_ANALYZER_H_
