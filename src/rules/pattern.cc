// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern.h"

#include <algorithm>
#include <utility>

#include "base/status.h"
#include "base/strings.h"
#include "rules/unit_terms.h"

namespace signpost::rules {
namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void AddLiterals(std::string_view text, const text::Analyzer& analyzer, TermTrie* terms, Pattern* pattern) {
  text::TokenList tokens;
  analyzer.Analyze(text, &tokens);
  for (std::string_view term : UnitTerms(tokens)) {
    if (!term.empty()) pattern->elements.push_back({.term = terms->AddTerm(term), .capture = {}, .validator = nullptr});
  }
}

// `inner` is what stands between the braces.
absl::Status AddCapture(std::string_view inner, Pattern* pattern) {
  const std::size_t colon = inner.find(':');
  const std::string_view name = inner.substr(0, colon);
  if (!IsCaptureName(name)) {
    return InvalidArgument(Quoted(StrCat('{', inner, '}')),
                           " is no capture: its name must be a letter and then letters, digits or '_'");
  }
  const Validator* validator = FindValidator(colon == std::string_view::npos ? name : inner.substr(colon + 1));
  if (colon != std::string_view::npos && validator == nullptr) {
    return InvalidArgument("unknown validator ", Quoted(inner.substr(colon + 1)), " in ",
                           Quoted(StrCat('{', inner, '}')), ", known are ", ValidatorNames());
  }
  if (pattern->Captures(name)) return InvalidArgument("captures {", name, "} twice");
  pattern->elements.push_back({.term = TermTrie::kNone, .capture = std::string(name), .validator = validator});
  return absl::OkStatus();
}

}  // namespace

bool Pattern::HasCapture() const { return LiteralPrefix() < elements.size(); }

bool Pattern::Captures(std::string_view name) const {
  return std::any_of(elements.begin(), elements.end(), [&](const PatternElement& e) { return e.capture == name; });
}

std::size_t Pattern::LiteralPrefix() const {
  auto first = std::find_if(elements.begin(), elements.end(), [](const PatternElement& e) { return e.is_capture(); });
  return static_cast<std::size_t>(first - elements.begin());
}

bool IsCaptureName(std::string_view name) {
  return !name.empty() && IsLetter(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
    return IsLetter(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

absl::StatusOr<Pattern> ParsePattern(std::string_view text, const text::Analyzer& analyzer, TermTrie* terms) {
  Pattern pattern;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t brace = std::min(text.find_first_of("{}", i), text.size());
    AddLiterals(text.substr(i, brace - i), analyzer, terms, &pattern);
    if (brace == text.size()) break;
    if (text[brace] == '}') return InvalidArgument("'}' at byte ", brace, " closes no capture");
    const std::size_t close = text.find_first_of("{}", brace + 1);
    if (close == std::string_view::npos || text[close] == '{') {
      return InvalidArgument("'{' at byte ", brace, " is not closed");
    }
    SIGNPOST_RETURN_IF_ERROR(AddCapture(text.substr(brace + 1, close - brace - 1), &pattern));
    i = close + 1;
  }
  if (pattern.elements.empty() && !text.empty()) return InvalidArgument("holds no word and no capture");
  return pattern;
}

}  // namespace signpost::rules
