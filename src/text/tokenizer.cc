// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/limits.h"
#include "text/dictionary_break.h"
#include "text/grouped_number.h"
#include "text/inner_parts.h"
#include "text/lone_words.h"
#include "text/term_fold.h"
#include "text/word_break.h"

namespace signpost::text {
namespace {

constexpr unsigned kSymbolName = 0x10000;  // beside the flags of char_class.h: C++, C#, .NET
constexpr std::string_view kZeroWidthSpace = "\u200B";

bool IsAscii(char c) { return static_cast<signed char>(c) >= 0; }
bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

bool IsSeparator(char c) { return kSeparators.find(c) != std::string_view::npos; }

// True for what units are made of. Not for symbols that emoji sequences are made of, though UAX #29 takes some for letters.
bool IsWordClass(CharClass cls) {
  if ((cls & kPictographic) != 0) return false;
  switch (cls & kWordBreakMask) {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER:
    case U_WB_NUMERIC:
    case U_WB_KATAKANA:
      return true;
    default:
      return false;
  }
}

bool IsDot(char32_t c) { return c == U'.' || c == U'\u2024' || c == U'\uFE52' || c == U'\uFF0E'; }
bool IsComma(char32_t c) {
  return c == U',' || c == U'\u060C' || c == U'\u066C' || c == U'\uFE10' || c == U'\uFE50' || c == U'\uFF0C';
}

// True for what stands within a unit; everything else that UAX #29 keeps inside a segment separates two parts.
bool StaysInside(char32_t c, CharClass cls, bool after_digit) {
  switch (cls & kWordBreakMask) {
    case U_WB_SINGLE_QUOTE:
    case U_WB_DOUBLE_QUOTE:
      return true;
    case U_WB_MIDNUMLET:
      return !IsDot(c) || after_digit;
    case U_WB_MIDNUM:
      return IsComma(c);
    case U_WB_MIDLETTER:
      return c == U'\u00B7' || c == U'\u2027' || c == U'\u05F4' || c == U'\u055F';
    default:
      return c == U'\u200B';
  }
}

// Forms of - . / _ # @ + beyond ASCII. Not the full-width colon, which in running text is a colon with its space.
std::string_view FoldedSeparator(char32_t c) {
  switch (c) {
    case U'\u2010':
    case U'\u2011':
    case U'\uFE63':
    case U'\uFF0D':
      return "-";
    case U'\uFF0E':
      return ".";
    case U'\u2044':
    case U'\uFF0F':
      return "/";
    case U'\uFF3F':
      return "_";
    case U'\uFF03':
      return "#";
    case U'\uFF20':
      return "@";
    case U'\uFF0B':
      return "+";
    default:
      return {};
  }
}

bool IsApostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2018' || c == U'\u2019' || c == U'\u02BC' || c == U'\uFF07';
}

TokenKind KindOf(unsigned flags) {
  if ((flags & kSymbolName) != 0) return TokenKind::kIdentifier;
  if ((flags & kDigit) == 0) return TokenKind::kWord;
  return (flags & kLetter) != 0 ? TokenKind::kIdentifier : TokenKind::kNumber;
}

}  // namespace

Tokenizer::Tokenizer(const LanguagePack& pack, std::string_view text, TokenList* out, TextPath path)
    : pack_(pack), chars_(CharTable::Get()), text_(text.substr(0, limits::kMaxDocumentBytes)), out_(*out), path_(path) {
  out_.tokens.clear();
  out_.units.clear();
  out_.arena.clear();
  out_.replaced = 0;
}

void Tokenizer::Run() {
  const bool fast = path_ == TextPath::kFast;
  // In Turkish, I is the capital of a letter beyond ASCII.
  const LoneCase lone_case = !pack_.dotless_i ? LoneCase::kBoth : LoneCase::kSmall;
  for (std::size_t i = 0; i < text_.size();) {
    // No unit starts with these, and none goes on behind them: segmenting may start afresh.
    if (fast && BesideOf(text_[i]) != Beside::kWord) {
      ++i;
      continue;
    }
    std::size_t end = i;
    if (fast && (i == 0 || BesideOf(text_[i - 1]) == Beside::kGap)) {
      FlushChain();
      FlushCjk();
      end = AppendLoneWords(text_, i, lone_case, &out_);
    }
    i = end != i ? end : Segment(i);
  }
  FlushChain();
  FlushCjk();
}

// --- segments to pieces ---

CharClass Tokenizer::ClassAt(std::size_t i) const { return i < text_.size() ? chars_.Of(NextCodePoint(text_, &i)) : 0; }

CharClass Tokenizer::ClassBefore(std::size_t i) const { return i > 0 ? chars_.Of(PreviousCodePoint(text_, &i)) : 0; }

// A part of ill-formed bytes, which reads as one U+FFFD, is a segment of its own.
void Tokenizer::CountIllFormed(std::size_t begin) {
  constexpr std::string_view kReplacement = "\uFFFD";
  std::size_t i = begin;
  if (NextCodePoint(text_, &i) == U'\uFFFD' && !text_.substr(begin).starts_with(kReplacement)) ++out_.replaced;
}

// Adds the units of what starts at `begin` and returns where it ends.
std::size_t Tokenizer::Segment(std::size_t begin) {
  if (!IsAscii(text_[begin])) {
    CountIllFormed(begin);
    const CharClass first = ClassAt(begin);
    if ((first & kCjk) != 0) return CjkRun(begin);
    if ((first & kDictionary) != 0) return DictionaryRun(begin);
  }
  auto [end, flags] = NextWordSegment(chars_, text_, begin, path_);
  if ((flags & (kLetter | kDigit)) == 0) return end;
  // A zero-width space marks where a long word may break on screen.
  while (text_.substr(end).starts_with(kZeroWidthSpace)) {
    const std::size_t behind = end + kZeroWidthSpace.size();
    const CharClass next = ClassAt(behind);
    if (!IsWordClass(next) || (next & (kCjk | kDictionary)) != 0) break;
    const WordSegment more = NextWordSegment(chars_, text_, behind, path_);
    end = more.end;
    flags |= more.flags | kNonAscii;
  }
  while (end < text_.size() && !IsAscii(text_[end]) && (ClassAt(end) & kJoinsLeft) != 0) NextCodePoint(text_, &end);
  if ((flags & (kNonAscii | kInnerMark)) != 0) return SplitSegment(begin, end);
  const Range piece{begin, end, flags};
  if (IsSpaceAt(begin - 1)) FlushChain();
  if (path_ == TextPath::kFast && StandsAlone(piece)) {
    AddLoneWord(piece);
  } else {
    AddWord(piece, false);
  }
  return end;
}

// True when nothing beside an ASCII piece can make it part of more. May be false without cause: that only costs time.
bool Tokenizer::StandsAlone(const Range& piece) const {
  if (!chain_.empty() || piece.end - piece.begin == 1) return false;
  if (!IsSpaceAt(piece.begin - 1)) {
    const char before = text_[piece.begin - 1];
    if (before == '-' || before == '.' || !IsAscii(before)) return false;
  }
  if (IsSpaceAt(piece.end)) return true;
  const char behind = text_[piece.end];
  return IsAscii(behind) && (!IsSeparator(behind) || IsSpaceAt(piece.end + 1));
}

// True for the usual white space, and before the start (where `i` wraps around) and behind the end of the text.
bool Tokenizer::IsSpaceAt(std::size_t i) const { return i >= text_.size() || text_[i] == ' ' || text_[i] == '\n'; }

// One unit for each character with its marks.
std::size_t Tokenizer::CjkRun(std::size_t begin) {
  std::size_t i = begin;
  CharClass next = 0;
  do {
    const std::size_t start = i;
    NextCodePoint(text_, &i);
    std::size_t behind = i;
    next = 0;
    while (behind < text_.size()) {
      next = chars_.Of(NextCodePoint(text_, &behind));
      if ((next & kJoinsLeft) == 0) break;
      i = behind;
      next = 0;
    }
    AddCjk(start, i);
  } while ((next & kCjk) != 0);
  return i;
}

std::size_t Tokenizer::DictionaryRun(std::size_t begin) {
  if ((ClassAt(begin) & kJoinsLeft) != 0) {  // a mark of something that is no unit
    NextCodePoint(text_, &begin);
    return begin;
  }
  std::size_t end = begin;
  for (std::size_t i = begin; i < text_.size(); end = i) {
    if ((chars_.Of(NextCodePoint(text_, &i)) & (kDictionary | kJoinsLeft)) == 0) break;
  }
  BreakByDictionary(text_.substr(begin, end - begin), &dictionary_ends_);
  Range word{begin, begin, 0};
  for (const std::uint32_t word_end : dictionary_ends_) {
    while (word.end < begin + word_end) word.flags |= chars_.Of(NextCodePoint(text_, &word.end));
    if (word.end < end && (ClassAt(word.end) & kJoinsLeft) != 0) continue;  // not between a letter and its mark
    if ((word.flags & (kLetter | kDigit)) != 0) AddWord(word, false);
    word = {word.end, word.end, 0};
  }
  return end;
}

// Cuts a segment into pieces. Returns its end, or where a character starts that is segmented in its own way.
std::size_t Tokenizer::SplitSegment(std::size_t begin, std::size_t end) {
  Range piece{begin, begin, 0};  // open when it is not empty
  bool after_digit = false;
  auto close = [&] {
    if ((piece.flags & (kLetter | kDigit)) != 0) AddPiece(piece);
    piece = {};
  };
  for (std::size_t i = begin; i < end;) {
    const std::size_t start = i;
    const char32_t c = NextCodePoint(text_, &i);
    const CharClass cls = chars_.Of(c);
    if ((cls & kJoinsLeft) != 0) {
      if (piece.end != piece.begin) piece.end = i;
    } else if ((cls & (kCjk | kDictionary)) != 0) {
      close();
      return start;
    } else if (IsWordClass(cls)) {
      if (piece.end == piece.begin) piece.begin = start;
      piece.end = i;
      piece.flags |= cls & ~static_cast<unsigned>(kInnerMark);
      after_digit = (cls & kWordBreakMask) == U_WB_NUMERIC;
    } else if (StaysInside(c, cls, after_digit)) {
      if (IsDot(c) || IsComma(c)) piece.flags |= kInnerMark;
    } else if ((cls & kWordBreakMask) != U_WB_FORMAT) {
      close();
    }
  }
  close();
  return end;
}

void Tokenizer::AddPiece(Range piece) {
  constexpr unsigned kDottedAndLetters = kLetter | kDigit | kInnerMark;
  if (!pack_.elisions.empty()) {
    for (Range elided = Elided(piece); elided.end != elided.begin; elided = Elided(piece)) {
      AddWord(elided, false);
      piece.begin = elided.end;
      NextCodePoint(text_, &piece.begin);
    }
  }
  if ((piece.flags & kDottedAndLetters) == kDottedAndLetters) {
    AddMixed(piece);
  } else {
    AddWord(piece, false);
  }
}

// True when a letter or digit stands at `begin`, before `end`; not for the apostrophe that Unicode takes for a letter.
bool Tokenizer::StartsWord(std::size_t begin, std::size_t end) const {
  if (begin >= end || !IsWordClass(ClassAt(begin))) return false;
  return !IsApostrophe(NextCodePoint(text_, &begin));
}

// Returns the "l" that the piece begins with when it is "l'harmonie" and the language elides so, or an empty range. The
// apostrophe is of neither.
Tokenizer::Range Tokenizer::Elided(const Range& piece) const {
  constexpr std::size_t kMaxElisionBytes = 8;
  std::string word;
  for (std::size_t i = piece.begin; i < piece.end && word.size() <= kMaxElisionBytes;) {
    const std::size_t start = i;
    const char32_t c = NextCodePoint(text_, &i);
    if (IsApostrophe(c)) {
      const bool listed = std::binary_search(pack_.elisions.begin(), pack_.elisions.end(), word);
      return listed && StartsWord(i, piece.end) ? Range{piece.begin, start, kLetter} : Range{};
    }
    if (c >= 0x80) break;
    word += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  return {};
}

// A number with a point in it is a part of its own: v1.10.2 has the parts v and 1.10.2, and 25.4mm is 25.4 and mm.
void Tokenizer::AddMixed(const Range& piece) {
  std::size_t part_begin = piece.begin;
  auto add_part = [&](std::size_t end) {
    Range part{part_begin, part_begin, 0};
    while (part.end < end) part.flags |= chars_.Of(NextCodePoint(text_, &part.end));
    if (part.begin != part.end) AddWord(part, part.begin != piece.begin);
    part_begin = end;
  };
  for (std::size_t i = piece.begin; i < piece.end;) {
    const std::size_t start = i;
    bool dotted = false;
    while (i < piece.end && IsAsciiDigit(text_[i])) {
      ++i;
      if (i + 1 < piece.end && (text_[i] == '.' || text_[i] == ',') && IsAsciiDigit(text_[i + 1])) {
        dotted = true;
        ++i;
      }
    }
    if (dotted && (ClassBefore(start) & kJoinsRight) == 0 && (ClassAt(i) & kJoinsLeft) == 0) {
      add_part(start);
      add_part(i);
    } else if (i == start) {
      ++i;
    }
  }
  add_part(piece.end);
}

// Takes in the symbols of C++, C#, .NET.
Tokenizer::Range Tokenizer::WithSymbols(Range piece) const {
  const std::string_view word = text_.substr(piece.begin, piece.end - piece.begin);
  const std::string_view behind = text_.substr(piece.end);
  if (word.size() == 1 && (piece.flags & kLetter) != 0) {
    const std::size_t symbols = behind.starts_with("++") ? 2 : behind.starts_with('#') ? 1 : 0;
    if (symbols == 0) return piece;
    const CharClass next = ClassAt(piece.end + symbols);
    const bool separates = symbols == 1 && (next & (kLetter | kDigit)) != 0 && (next & kCjk) == 0;  // B#12 is a chain
    if (separates || (next & kJoinsLeft) != 0 || behind.substr(symbols).starts_with(behind[0])) return piece;
    return {piece.begin, piece.end + symbols, piece.flags | kSymbolName};
  }
  const bool dotted = word.size() == 3 && piece.begin > 0 && text_[piece.begin - 1] == '.';
  if (!dotted || (word[0] | 0x20) != 'n' || (word[1] | 0x20) != 'e' || (word[2] | 0x20) != 't') return piece;
  const CharClass cls = ClassBefore(piece.begin - 1);
  if ((cls & (kLetter | kDigit | kJoinsLeft | kInnerMark)) != 0 && (cls & kCjk) == 0) return piece;
  return {piece.begin - 1, piece.end, piece.flags | kSymbolName};
}

// --- pieces to units ---

// Appends the unit and its term, or returns false when no term is left of it.
bool Tokenizer::AddUnit(const Range& piece) {
  const std::size_t term_begin = out_.arena.size();
  AppendTerm(pack_, text_.substr(piece.begin, piece.end - piece.begin), &out_.arena, path_);
  if (out_.arena.size() == term_begin) return false;
  const std::size_t floor = out_.units.empty() ? 0 : out_.units.back().end;
  std::size_t begin = piece.begin;
  while (begin > floor && !IsAscii(text_[begin - 1])) {
    std::size_t before = begin;
    if ((chars_.Of(PreviousCodePoint(text_, &before)) & kJoinsRight) == 0) break;
    begin = before;
  }
  out_.units.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(piece.end)});
  return true;
}

// `glued`: follows the last unit as the next part of the same word, with nothing between.
void Tokenizer::AddWord(const Range& piece, bool glued) {
  FlushCjk();
  const Range unit = WithSymbols(piece);
  Part part;
  if (!chain_.empty() && !glued) {
    part.separator = SeparatorBetween(out_.units.back().end, unit.begin);
    if (part.separator.empty()) FlushChain();
  }
  part.term_begin = static_cast<std::uint32_t>(out_.arena.size());
  part.kind = KindOf(unit.flags);
  if (!AddUnit(unit)) return FlushChain();
  const std::string_view term = std::string_view(out_.arena).substr(part.term_begin);
  if (pack_.drops_possessive_s && term.size() > 2 && term.ends_with("'s")) out_.arena.resize(out_.arena.size() - 2);
  part.term_size = static_cast<std::uint32_t>(out_.arena.size() - part.term_begin);
  if (chain_.empty()) chain_has_dashes_ = LeadingDashes(unit.begin);
  chain_has_digit_ |= (unit.flags & kDigit) != 0;
  chain_has_sign_ |= part.separator.starts_with('_') || part.separator == "@";
  chain_.push_back(part);
}

// AddWord and FlushChain in one for a piece that stands alone, as most do.
void Tokenizer::AddLoneWord(const Range& piece) {
  FlushCjk();
  Part part{static_cast<std::uint32_t>(out_.arena.size()), 0, KindOf(piece.flags), {}};
  AppendTerm(pack_, text_.substr(piece.begin, piece.end - piece.begin), &out_.arena, path_);
  part.term_size = static_cast<std::uint32_t>(out_.arena.size() - part.term_begin);
  const auto position = static_cast<std::uint32_t>(out_.units.size());
  out_.units.push_back({static_cast<std::uint32_t>(piece.begin), static_cast<std::uint32_t>(piece.end)});
  if (part.kind == TokenKind::kNumber) EmitSpacedNumber(position, out_.units.back());
  Emit(position, 1, part.kind, part.term_begin, part.term_size);
  EmitInner(position, Slice(out_.units.back()), part);
}

void Tokenizer::AddCjk(std::size_t begin, std::size_t end) {
  FlushChain();
  const std::size_t term_begin = out_.arena.size();
  const bool adjacent = cjk_waits_ && out_.units.back().end == begin;
  if (!AddUnit({begin, end, kLetter | kCjk})) return;
  if (cjk_waits_) {
    const auto before = static_cast<std::uint32_t>(out_.units.size() - 2);
    if (adjacent) Emit(before, 2, TokenKind::kCjkPair, cjk_term_begin_, out_.arena.size() - cjk_term_begin_);
    Emit(before, 1, TokenKind::kCjk, cjk_term_begin_, term_begin - cjk_term_begin_);
  }
  cjk_term_begin_ = static_cast<std::uint32_t>(term_begin);
  cjk_waits_ = true;
}

// True when an option's "--" stands directly before `begin`, and no word before that.
bool Tokenizer::LeadingDashes(std::size_t begin) const {
  if (begin < 2 || text_.substr(begin - 2, 2) != "--") return false;
  if (begin > 2 && text_[begin - 3] == '-') return false;
  const CharClass cls = ClassBefore(begin - 2);
  return (cls & (kLetter | kDigit | kJoinsLeft)) == 0 || (cls & kCjk) != 0;
}

// Returns the folded separator that text_[begin, end) is, or "" when it is none.
std::string_view Tokenizer::SeparatorBetween(std::size_t begin, std::size_t end) const {
  const std::string_view between = text_.substr(begin, end - begin);
  if (between.empty() || between.size() > 3) return {};
  if (between.size() == 1) return IsSeparator(between[0]) ? between : "";
  if (between == "::" || between == "__") return between;
  std::size_t i = begin;
  const char32_t c = NextCodePoint(text_, &i);
  return i == end ? FoldedSeparator(c) : std::string_view();
}

// --- units to tokens ---

void Tokenizer::Emit(std::uint32_t position, std::size_t span, TokenKind kind, std::uint32_t term_begin,
                     std::size_t term_size) {
  if (term_size > limits::kMaxTermBytes) {
    term_size = CutSize(std::string_view(out_.arena).substr(term_begin, term_size));
  }
  out_.tokens.push_back(
      {position, static_cast<std::uint16_t>(span), kind, term_begin, static_cast<std::uint32_t>(term_size)});
}

void Tokenizer::FlushCjk() {
  if (!cjk_waits_) return;
  const auto position = static_cast<std::uint32_t>(out_.units.size() - 1);
  Emit(position, 1, TokenKind::kCjk, cjk_term_begin_, out_.arena.size() - cjk_term_begin_);
  cjk_waits_ = false;
}

void Tokenizer::FlushChain() {
  if (chain_.empty()) return;
  const std::size_t size = chain_.size();
  if (size == 1 && chain_[0].kind == TokenKind::kNumber) EmitSpacedNumber(ChainPosition(), out_.units.back());
  const bool marked = chain_has_digit_ || chain_has_sign_ || chain_has_dashes_;
  const bool as_identifier = marked && (size > 1 || chain_has_dashes_) && FitsOneTerm();
  if (as_identifier) {
    EmitWhole();
    if (std::any_of(chain_.begin() + 1, chain_.end(), [](const Part& p) { return !p.separator.empty(); }))
      EmitJoined(true);
  } else if (!marked && ReadsAsOneWord()) {
    EmitJoined(false);
  }
  EmitParts(as_identifier);
  chain_.clear();
  chain_has_digit_ = chain_has_sign_ = chain_has_dashes_ = false;
}

// An identifier is found whole or not at all: one that would be cut is not, since others begin like it.
bool Tokenizer::FitsOneTerm() const {
  std::size_t bytes = chain_has_dashes_ ? 2 : 0;
  for (const Part& part : chain_) bytes += part.separator.size() + part.term_size;
  return chain_.size() <= limits::kMaxIdentifierParts && bytes <= limits::kMaxTermBytes;
}

// wi-fi and state-of-art, and abbreviations: p.m., U.S.A.
bool Tokenizer::ReadsAsOneWord() const {
  auto joined_by = [&](char separator) {
    return std::all_of(chain_.begin() + 1, chain_.end(), [&](const Part& p) { return p.separator[0] == separator; });
  };
  auto all_parts = [&](auto holds) { return std::all_of(chain_.begin(), chain_.end(), holds); };
  if (chain_.size() < 2 || chain_.size() > limits::kMaxIdentifierParts) return false;
  if (!all_parts([](const Part& p) { return p.kind == TokenKind::kWord; })) return false;
  if (chain_.size() <= 3 && joined_by('-')) return true;
  return joined_by('.') && all_parts([](const Part& p) { return p.term_size == 1; });
}

void Tokenizer::EmitWhole() {
  const auto begin = static_cast<std::uint32_t>(out_.arena.size());
  if (chain_has_dashes_) out_.arena.append("--");
  for (const Part& part : chain_) {
    out_.arena.append(part.separator);
    out_.arena.append(out_.arena, part.term_begin, part.term_size);
  }
  if (pack_.dotless_i) DotTail(begin);
  Emit(ChainPosition(), chain_.size(), TokenKind::kIdentifier, begin, out_.arena.size() - begin);
}

void Tokenizer::EmitJoined(bool as_identifier) {
  // The terms of a chain stand one behind the other.
  std::size_t begin = chain_.front().term_begin;
  std::size_t end = chain_.back().term_begin + chain_.back().term_size;
  if (as_identifier && pack_.dotless_i) {
    out_.arena.append(out_.arena, begin, end - begin);
    begin = out_.arena.size() - (end - begin);
    DotTail(begin);
    end = out_.arena.size();
  }
  Emit(ChainPosition(), chain_.size(), TokenKind::kJoined, static_cast<std::uint32_t>(begin), end - begin);
}

// The I of a code is the i of the same code in small letters, in Turkish too: ID-404 and id-404.
void Tokenizer::DotTail(std::size_t begin) {
  constexpr std::string_view kDotless = "ı";
  for (std::size_t i = out_.arena.find(kDotless, begin); i != std::string::npos; i = out_.arena.find(kDotless, i)) {
    out_.arena.replace(i, kDotless.size(), 1, 'i');
  }
}

void Tokenizer::EmitParts(bool as_identifier) {
  std::uint32_t position = ChainPosition();
  for (const Part& part : chain_) {
    const bool as_part = as_identifier && part.kind != TokenKind::kWord;
    Emit(position, 1, as_part ? TokenKind::kPart : part.kind, part.term_begin, part.term_size);
    EmitInner(position, Slice(out_.units[position]), part);
    ++position;
  }
}

// What else a unit says, behind its own token. `slice` is the unit's text.
void Tokenizer::EmitInner(std::uint32_t position, std::string_view slice, const Part& part) {
  if (part.kind == TokenKind::kNumber) {
    const auto begin = static_cast<std::uint32_t>(out_.arena.size());
    const std::string number = out_.arena.substr(part.term_begin, part.term_size);
    if (AppendUngrouped(number, &out_.arena)) {
      Emit(position, 1, TokenKind::kInner, begin, out_.arena.size() - begin);
    }
    return;
  }
  // The term is shorter where a possessive 's went. Where a language has small letters of its own, pieces have no
  // places in it.
  slice = slice.substr(0, part.term_size);
  const InnerParts parts = FindInnerParts(slice);
  const std::string_view term = std::string_view(out_.arena).substr(part.term_begin, part.term_size);
  if (parts.count > 0 && !IsInSmallLetters(slice, term)) return;
  for (std::size_t i = 0; i < parts.count; ++i) {
    const auto [begin, end] = parts.ranges[i];
    const auto term_begin = static_cast<std::uint32_t>(out_.arena.size());
    out_.arena.push_back(kPieceMark);
    out_.arena.append(out_.arena, part.term_begin + begin, static_cast<std::size_t>(end - begin));
    Emit(position, 1, TokenKind::kInner, term_begin, out_.arena.size() - term_begin);
  }
}

// 3 000 gives 3000 as well, over all its units.
void Tokenizer::EmitSpacedNumber(std::uint32_t position, const Unit& unit) {
  const std::size_t groups = SpacedGroups(text_, unit.begin, unit.end);
  if (groups == 0) return;
  const auto begin = static_cast<std::uint32_t>(out_.arena.size());
  AppendSpacedDigits(text_, unit.begin, groups, &out_.arena);
  Emit(position, groups + 1, TokenKind::kJoined, begin, out_.arena.size() - begin);
}

std::uint32_t Tokenizer::ChainPosition() const { return static_cast<std::uint32_t>(out_.units.size() - chain_.size()); }

}  // namespace signpost::text
