// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_query.h"

#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"
#include "rules/unit_terms.h"

namespace signpost::rules {
namespace {

// White_Space of Unicode 15 (PropList.txt), and controls, which no captured text holds either.
bool IsSpace(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool HoldsSpace(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) {
    if (IsSpace(DecodeUtf8(s, &i))) return true;
  }
  return false;
}

bool IsAsciiAlnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// True when two neighbouring units are parts of one number, name or address. '#' and ':' rather stand before one
// (order#20417735), and between scripts without spaces and digits there need not be anything.
bool AreOneWord(std::string_view text, const text::Unit& left, const text::Unit& right) {
  constexpr std::string_view kJoiners = "-._/@+";
  const std::string_view between = text.substr(left.end, right.begin - left.end);
  if (between.empty()) return IsAsciiAlnum(text[left.end - 1]) && IsAsciiAlnum(text[right.begin]);
  return between.size() == 1 && kJoiners.find(between[0]) != std::string_view::npos;
}

// Appends `raw` as validators read it: no white space, full-width forms (U+FF01..U+FF5E) as the ASCII they stand for.
void AppendPlain(std::string_view raw, std::string* out) {
  for (std::size_t i = 0; i < raw.size();) {
    char32_t c = DecodeUtf8(raw, &i);
    if (IsSpace(c)) continue;
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    AppendUtf8(out, c);
  }
}

}  // namespace

RuleQuery::RuleQuery(std::string_view text, const text::Analyzer& analyzer, const TermTrie& terms,
                     const CaptureClasses& classes, const IndexWords* index)
    : text_(text), classes_(&classes), index_(index) {
  text::TokenList tokens;
  analyzer.Analyze(text, &tokens);
  for (std::string_view term : UnitTerms(tokens)) {
    terms_.push_back(terms.FindTerm(term));
    begins_.push_back(arena_.size());
    arena_ += term;
  }
  begins_.push_back(arena_.size());
  units_ = std::move(tokens.units);
  if (!is_short()) return;
  alternatives_.resize(size());
  runs_.resize(size());
  if (classes.size() == 0) return;
  MarkBoundaries(tokens);
  WritePlain();
}

bool RuleQuery::is_short() const { return size() <= limits::kMaxRuleQueryTokens; }

void RuleQuery::MarkBoundaries(const text::TokenList& tokens) {
  std::vector<bool> cjk(size());
  for (const text::Token& token : tokens.tokens) {
    if (token.kind == text::TokenKind::kCjk) cjk[token.position] = true;
  }
  inside_word_.resize(size() + 1);
  spaced_.resize(size() + 1);
  for (std::size_t i = 1; i < size(); ++i) {
    spaced_[i] = HoldsSpace(text_.substr(units_[i - 1].end, units_[i].begin - units_[i - 1].end));
    inside_word_[i] = !cjk[i - 1] && !cjk[i] && AreOneWord(text_, units_[i - 1], units_[i]);
  }
}

void RuleQuery::WritePlain() {
  std::size_t written = 0;  // bytes of text_
  for (const text::Unit& unit : units_) {
    AppendPlain(text_.substr(written, unit.begin - written), &plain_);
    const auto begin = static_cast<std::uint32_t>(plain_.size());
    AppendPlain(text_.substr(unit.begin, unit.end - unit.begin), &plain_);
    plain_units_.push_back({begin, static_cast<std::uint32_t>(plain_.size())});
    written = unit.end;
  }
}

std::string_view RuleQuery::Text(std::size_t begin, std::size_t end) const {
  return text_.substr(units_[begin].begin, units_[end - 1].end - units_[begin].begin);
}

std::string_view RuleQuery::PlainText(std::size_t begin, std::size_t end) const {
  const std::uint32_t from = plain_units_[begin].begin;
  return std::string_view(plain_).substr(from, plain_units_[end - 1].end - from);
}

std::size_t RuleQuery::FurthestEnd(std::size_t begin, bool over_spaces) const {
  std::size_t end = std::min(begin + limits::kMaxCaptureTokens, size());
  for (std::size_t i = begin + 1; i < end && !over_spaces; ++i) {
    if (spaced_[i]) end = i;
  }
  return end;
}

RuleQuery::Verdict RuleQuery::JudgeValidators(const CaptureClass& accepts, std::string_view value) const {
  Verdict best = Verdict::kRefused;
  for (const ValidatorUse& use : accepts.validators) {
    const Strength strength = use.validator->strength(value);
    if (strength == Strength::kNone) continue;
    const bool alone = strength == Strength::kStrong || (strength == Strength::kWeak && use.weak_too);
    if (alone) return Verdict::kAlways;
    best = Verdict::kWithWord;
  }
  return best;
}

const std::vector<ClassId>& RuleQuery::ExpressionsOf(std::size_t begin, std::size_t end) {
  expressions_.resize(size() * limits::kMaxCaptureTokens);
  std::optional<std::vector<ClassId>>& known = expressions_[begin * limits::kMaxCaptureTokens + (end - begin - 1)];
  if (!known) known = classes_->MatchingExpressions(PlainText(begin, end));
  return *known;
}

RuleQuery::Verdict RuleQuery::Judge(ClassId id, std::size_t begin, std::size_t end) {
  const std::string_view raw = Text(begin, end);
  if (raw.size() > limits::kMaxCaptureBytes) return Verdict::kRefused;
  const CaptureClass& accepts = classes_->at(id);
  bool accepted = true;
  switch (accepts.kind) {
    case CaptureClass::Kind::kAny:
      break;
    case CaptureClass::Kind::kValidators:
      return JudgeValidators(accepts, PlainText(begin, end));
    case CaptureClass::Kind::kExpression: {
      const std::vector<ClassId>& matching = ExpressionsOf(begin, end);
      accepted = std::binary_search(matching.begin(), matching.end(), id);
      break;
    }
    case CaptureClass::Kind::kFacet:
      accepted = index_ != nullptr && index_->HasValue(accepts.attribute, raw);
      break;
  }
  return accepted ? Verdict::kAlways : Verdict::kRefused;
}

bool RuleQuery::Accepts(ClassId id, std::size_t begin, std::size_t end, bool bare) {
  std::vector<Verdict>& of_class = verdicts_[id];
  of_class.resize(size() * limits::kMaxCaptureTokens, Verdict::kUnknown);
  Verdict& verdict = of_class[begin * limits::kMaxCaptureTokens + (end - begin - 1)];
  if (verdict == Verdict::kUnknown) verdict = Judge(id, begin, end);
  return verdict == Verdict::kAlways || (verdict == Verdict::kWithWord && !bare);
}

bool RuleQuery::AcceptsAnywhere(ClassId id) {
  const bool over_spaces = classes_->at(id).spaced();
  for (std::size_t begin = 0; begin < size(); ++begin) {
    for (std::size_t end = FurthestEnd(begin, over_spaces); end > begin; --end) {
      if (Accepts(id, begin, end, false)) return true;
    }
  }
  return false;
}

std::vector<ClassId> RuleQuery::Expressions() {
  std::vector<ClassId> out;
  for (std::size_t begin = 0; begin < size(); ++begin) {
    for (std::size_t end = FurthestEnd(begin, false); end > begin; --end) {
      const std::vector<ClassId>& matching = ExpressionsOf(begin, end);
      out.insert(out.end(), matching.begin(), matching.end());
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string RuleQuery::Value(ClassId id, std::size_t begin, std::size_t end) const {
  const CaptureClass::Kind kind = classes_->at(id).kind;
  const bool plain = kind == CaptureClass::Kind::kValidators || kind == CaptureClass::Kind::kExpression;
  return plain ? std::string(PlainText(begin, end)) : ReplaceInvalidUtf8(Text(begin, end));
}

}  // namespace signpost::rules
