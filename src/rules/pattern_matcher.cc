// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_matcher.h"

#include <algorithm>
#include <cstdint>
#include <utility>

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

// One attempt to match one pattern, for any number of starts.
class Matcher {
 public:
  Matcher(const Pattern& pattern, Anchoring anchoring, const RuleQuery& query)
      : elements_(pattern.elements),
        query_(query),
        to_end_(anchoring == Anchoring::kIs || anchoring == Anchoring::kEndsWith) {
    if (pattern.HasCapture()) failed_.resize(elements_.size() * (query.size() + 1));
  }

  // True when the elements from `element` on match from `unit` on; captures_ then has theirs.
  bool Match(std::size_t element, std::size_t unit) {
    for (; element < elements_.size() && !elements_[element].is_capture(); ++element, ++unit) {
      if (unit == query_.size() || query_.term(unit) != elements_[element].term) return false;
    }
    if (element < elements_.size()) return MatchCapture(element, unit);
    return !to_end_ || unit == query_.size();
  }

  Captures TakeCaptures() { return std::move(captures_); }

 private:
  bool MatchCapture(std::size_t element, std::size_t unit) {
    // What failed once fails again, whatever was captured before: remembering it keeps patterns of many captures from
    // being tried in every combination.
    const std::size_t state = element * (query_.size() + 1) + unit;
    if (failed_[state]) return false;
    const std::size_t shortest = ShortestEnd(element, unit);
    for (std::size_t end = LongestEnd(element, unit); end >= shortest; --end) {
      std::optional<std::string> value = Value(element, unit, end);
      if (!value) continue;
      captures_.push_back({elements_[element].capture, std::move(*value)});
      if (Match(element + 1, end)) return true;
      captures_.pop_back();
    }
    failed_[state] = true;
    return false;
  }

  // Returns where the longest capture ends that leaves a unit for each element behind it; at most `unit` when none does.
  std::size_t LongestEnd(std::size_t element, std::size_t unit) const {
    const std::size_t behind = elements_.size() - element - 1;
    if (query_.size() < behind) return 0;
    std::size_t end = std::min(unit + limits::kMaxCaptureTokens, query_.size() - behind);
    if (elements_[element].validator == nullptr || !elements_[element].validator->spaced) {
      for (std::size_t i = unit + 1; i < end; ++i) {
        if (query_.spaced(i)) end = i;
      }
    }
    return end;
  }

  // Returns where the shortest capture ends that leaves no more than the elements behind it can take.
  std::size_t ShortestEnd(std::size_t element, std::size_t unit) const {
    std::size_t behind = 0;
    for (std::size_t i = element + 1; i < elements_.size(); ++i) {
      behind += elements_[i].is_capture() ? limits::kMaxCaptureTokens : 1;
    }
    return to_end_ && query_.size() > behind ? std::max(unit + 1, query_.size() - behind) : unit + 1;
  }

  std::optional<std::string> Value(std::size_t element, std::size_t unit, std::size_t end) const {
    const bool after_literal = element > 0 && !elements_[element - 1].is_capture();
    const bool before_literal = element + 1 < elements_.size() && !elements_[element + 1].is_capture();
    if ((query_.inside_word(unit) && !after_literal) || (query_.inside_word(end) && !before_literal)) return {};
    const std::string_view raw = query_.Text(unit, end);
    if (raw.size() > limits::kMaxCaptureBytes) return {};
    const Validator* validator = elements_[element].validator;
    if (validator == nullptr) return ReplaceInvalidUtf8(raw);
    const std::string_view value = query_.PlainText(unit, end);
    if (!validator->accepts(value)) return {};
    return std::string(value);
  }

  const std::vector<PatternElement>& elements_;
  const RuleQuery& query_;
  const bool to_end_;
  Captures captures_;
  std::vector<bool> failed_;  // by element and unit: captures that matched nowhere
};

bool TooLong(const Pattern& pattern, const RuleQuery& query) {
  return query.size() > limits::kMaxRuleQueryTokens && pattern.HasCapture();
}

}  // namespace

RuleQuery::RuleQuery(std::string_view text, const text::Analyzer& analyzer, const TermTrie& terms) : text_(text) {
  text::TokenList tokens;
  analyzer.Analyze(text, &tokens);
  for (std::string_view term : UnitTerms(tokens)) terms_.push_back(terms.FindTerm(term));
  units_ = std::move(tokens.units);
  if (size() > limits::kMaxRuleQueryTokens) return;  // captures alone need the rest
  MarkBoundaries(tokens);
  WritePlain();
}

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

std::optional<Captures> MatchAt(const Pattern& pattern, Anchoring anchoring, const RuleQuery& query,
                                std::size_t start) {
  if (TooLong(pattern, query)) return {};
  Matcher matcher(pattern, anchoring, query);
  if (!matcher.Match(0, start)) return {};
  return matcher.TakeCaptures();
}

std::optional<Captures> MatchAnywhere(const Pattern& pattern, Anchoring anchoring, const RuleQuery& query) {
  if (TooLong(pattern, query) || pattern.elements.size() > query.size()) return {};
  const bool from_start = anchoring == Anchoring::kIs || anchoring == Anchoring::kStartsWith;
  const std::size_t last = from_start ? 0 : query.size() - pattern.elements.size();
  Matcher matcher(pattern, anchoring, query);
  for (std::size_t start = 0; start <= last; ++start) {
    if (matcher.Match(0, start)) return matcher.TakeCaptures();
  }
  return {};
}

}  // namespace signpost::rules
