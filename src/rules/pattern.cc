// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "rules/unit_terms.h"

namespace signpost::rules {
namespace {

constexpr std::string_view kFacet = "facet:";

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void AddLiterals(std::string_view text, const text::Analyzer& analyzer, TermTrie* terms, Pattern* pattern) {
  text::TokenList tokens;
  analyzer.Analyze(text, &tokens);
  for (std::string_view term : UnitTerms(tokens)) {
    if (!term.empty()) pattern->elements.push_back({.term = terms->AddTerm(term)});
  }
}

bool IsExpression(std::string_view text) { return text.size() >= 2 && text.front() == '/' && text.back() == '/'; }

absl::StatusOr<ClassId> ClassOf(std::string_view name, std::string_view inner, CaptureClasses* classes) {
  if (name.size() == inner.size()) {
    return FindValidator(name) == nullptr ? classes->AddAny() : classes->AddValidators(name);
  }
  const std::string_view accepts = inner.substr(name.size() + 1);
  absl::StatusOr<ClassId> added = IsExpression(accepts) ? classes->AddExpression(accepts.substr(1, accepts.size() - 2))
                                                        : classes->AddValidators(accepts);
  if (!added.ok()) return Annotate(added.status(), Quoted(StrCat('{', inner, '}')));
  return added;
}

// `inner` is what stands between the braces.
absl::Status AddCapture(std::string_view inner, CaptureClasses* classes, Pattern* pattern) {
  std::string_view name = inner.substr(0, inner.find(':'));
  ClassId accepts = 0;
  if (inner.starts_with(kFacet) && inner.size() > kFacet.size()) {
    name = inner.substr(kFacet.size());
    accepts = classes->AddFacet(name);
  } else if (!IsCaptureName(name)) {
    return InvalidArgument(Quoted(StrCat('{', inner, '}')),
                           " is no capture: its name must be a letter and then letters, digits or '_'");
  } else {
    SIGNPOST_ASSIGN_OR_RETURN(accepts, ClassOf(name, inner, classes));
  }
  if (pattern->Captures(name)) return InvalidArgument("captures {", name, "} twice");
  pattern->elements.push_back({.capture = accepts});
  pattern->names.emplace_back(name);
  return absl::OkStatus();
}

// Returns where the capture that opens at `open` closes, or npos. The braces of an expression are its own.
std::size_t FindClose(std::string_view text, std::size_t open) {
  const std::size_t close = text.find_first_of("{}", open + 1);
  const std::size_t expression = text.find(":/", open);
  if (expression != std::string_view::npos && expression < close) {
    const std::size_t end = text.find("/}", expression + 2);
    return end == std::string_view::npos ? end : end + 1;
  }
  return close == std::string_view::npos || text[close] == '{' ? std::string_view::npos : close;
}

}  // namespace

bool Pattern::HasLiteral() const {
  return std::any_of(elements.begin(), elements.end(), [](const PatternElement& e) { return !e.is_capture(); });
}

bool Pattern::Captures(std::string_view name) const {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsCaptureName(std::string_view name) {
  return !name.empty() && IsLetter(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
    return IsLetter(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

absl::StatusOr<Pattern> ParsePattern(std::string_view text, const text::Analyzer& analyzer, TermTrie* terms,
                                     CaptureClasses* classes) {
  Pattern pattern;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t brace = std::min(text.find_first_of("{}", i), text.size());
    AddLiterals(text.substr(i, brace - i), analyzer, terms, &pattern);
    if (brace == text.size()) break;
    if (text[brace] == '}') return InvalidArgument("'}' at byte ", brace, " closes no capture");
    const std::size_t close = FindClose(text, brace);
    if (close == std::string_view::npos) return InvalidArgument("'{' at byte ", brace, " is not closed");
    SIGNPOST_RETURN_IF_ERROR(AddCapture(text.substr(brace + 1, close - brace - 1), classes, &pattern));
    i = close + 1;
  }
  if (pattern.elements.empty() && !text.empty()) return InvalidArgument("holds no word and no capture");
  if (pattern.elements.size() > limits::kMaxPatternElements) {
    return InvalidArgument("holds ", pattern.elements.size(), " words and captures, at most ",
                           limits::kMaxPatternElements, " are allowed");
  }
  return pattern;
}

}  // namespace signpost::rules
