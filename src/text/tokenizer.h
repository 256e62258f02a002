// SPDX-License-Identifier: Apache-2.0
// tokenizer.h — from the segments of UAX #29 to units and tokens: one pass over one text.
//
// A segment of words is cut further where readers see parts (SKIP_BRIDGE, help.example, v1.10.2). Units with nothing but
// one separator between them form a chain, and a chain with a digit, an underscore or an @ in it is an identifier.
//
// Fast:     lone_words.h takes most words of Latin scripts. TextPath::kGeneral takes every text through the rules of
//           UAX #29 and ICU's normalisers; tests hold both to the same tokens.
#ifndef SIGNPOST_TEXT_TOKENIZER_H_
#define SIGNPOST_TEXT_TOKENIZER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/analyzer.h"
#include "text/char_class.h"
#include "text/language_pack.h"
#include "text/text_path.h"

namespace signpost::text {

class Tokenizer {
 public:
  Tokenizer(const LanguagePack& pack, std::string_view text, TokenList* out, TextPath path = TextPath::kFast);

  void Run();

 private:
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    unsigned flags = 0;  // of char_class.h
  };
  // A unit whose tokens wait for the end of its chain.
  struct Part {
    std::uint32_t term_begin = 0;
    std::uint32_t term_size = 0;
    TokenKind kind = TokenKind::kWord;
    std::string_view separator;  // before it, folded; empty for the first
  };

  // --- segments to pieces ---
  std::size_t Segment(std::size_t begin);
  void CountIllFormed(std::size_t begin);
  std::size_t CjkRun(std::size_t begin);
  std::size_t DictionaryRun(std::size_t begin);
  std::size_t SplitSegment(std::size_t begin, std::size_t end);
  void AddMixed(const Range& piece);
  void AddPiece(Range piece);
  Range Elided(const Range& piece) const;
  bool StartsWord(std::size_t begin, std::size_t end) const;
  bool StandsAlone(const Range& piece) const;
  Range WithSymbols(Range piece) const;

  // --- pieces to units ---
  bool AddUnit(const Range& piece);
  void AddWord(const Range& piece, bool glued);
  void AddLoneWord(const Range& piece);
  void AddCjk(std::size_t begin, std::size_t end);

  // --- units to tokens ---
  void FlushChain();
  void FlushCjk();
  bool FitsOneTerm() const;
  bool ReadsAsOneWord() const;
  std::uint32_t ChainPosition() const;
  void EmitParts(bool as_identifier);
  void EmitWhole();
  void EmitJoined(bool as_identifier);
  void DotTail(std::size_t begin);
  void EmitInner(std::uint32_t position, std::string_view slice, const Part& part);
  void EmitSpacedNumber(std::uint32_t position, const Unit& unit);
  void Emit(std::uint32_t position, std::size_t span, TokenKind kind, std::uint32_t term_begin, std::size_t term_size);

  std::string_view Slice(const Unit& unit) const { return text_.substr(unit.begin, unit.end - unit.begin); }
  bool IsSpaceAt(std::size_t i) const;
  bool LeadingDashes(std::size_t begin) const;
  std::string_view SeparatorBetween(std::size_t begin, std::size_t end) const;
  CharClass ClassAt(std::size_t i) const;
  CharClass ClassBefore(std::size_t i) const;

  const LanguagePack& pack_;
  const CharTable& chars_;
  const std::string_view text_;
  TokenList& out_;
  const TextPath path_;

  // The chain that is still open: the last `chain_.size()` units.
  std::vector<Part> chain_;
  bool chain_has_digit_ = false;
  bool chain_has_sign_ = false;    // an underscore or an @ between its parts
  bool chain_has_dashes_ = false;  // "--" stands before it

  // The CJK character whose tokens wait to see what follows: the last unit.
  bool cjk_waits_ = false;
  std::uint32_t cjk_term_begin_ = 0;
  std::vector<std::uint32_t> dictionary_ends_;
};

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_TOKENIZER_H_
