// SPDX-License-Identifier: Apache-2.0
// filters_grammar.cc — one text with AND, OR, NOT and parentheses -> a filter, and back.
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <signpost/filter.h>

#include "base/limits.h"
#include "base/status.h"
#include "filter/text_reader.h"
#include "segment/column_values.h"

namespace signpost::inline v0 {
namespace {

using filter::TextReader;

// any := all (OR all)*    all := one (AND one)*    one := NOT one | ( any ) | term
class Grammar {
 public:
  explicit Grammar(std::string_view text) : in_("filters", text) {}

  absl::StatusOr<Filter> Run() {
    in_.SkipSpace();
    if (in_.done()) return Filter{};
    SIGNPOST_ASSIGN_OR_RETURN(Filter filter, Any(0));
    if (!in_.done()) return in_.Error("AND, OR or the end");
    return filter;
  }

 private:
  absl::StatusOr<Filter> Any(int depth) {
    std::vector<Filter> parts;
    do {
      SIGNPOST_ASSIGN_OR_RETURN(parts.emplace_back(), All(depth));
    } while (TakeKeyword("OR"));
    return parts.size() == 1 ? std::move(parts.front()) : Filter::Any(std::move(parts));
  }

  absl::StatusOr<Filter> All(int depth) {
    std::vector<Filter> parts;
    do {
      SIGNPOST_ASSIGN_OR_RETURN(parts.emplace_back(), One(depth));
    } while (TakeKeyword("AND"));
    return parts.size() == 1 ? std::move(parts.front()) : Filter::All(std::move(parts));
  }

  absl::StatusOr<Filter> One(int depth) {
    if (depth > limits::kMaxFilterDepth) {
      return in_.Error(StrCat("at most ", limits::kMaxFilterDepth, " parentheses and NOT in one another"));
    }
    if (TakeKeyword("NOT")) {
      SIGNPOST_ASSIGN_OR_RETURN(Filter part, One(depth + 1));
      return Filter::Not(std::move(part));
    }
    if (in_.SeesWord("AND") || in_.SeesWord("OR")) return in_.Error("a filter");
    if (!in_.Take("(")) return Term();
    in_.SkipSpace();
    SIGNPOST_ASSIGN_OR_RETURN(Filter inner, Any(depth + 1));
    if (!in_.Take(")")) return in_.Error("AND, OR or )");
    in_.SkipSpace();
    return inner;
  }

  // attribute:value, attribute:low TO high, attribute < number, tag
  absl::StatusOr<Filter> Term() {
    if (++terms_ > limits::kMaxFilterTerms) {
      return in_.Error(StrCat("at most ", limits::kMaxFilterTerms, " filters"));
    }
    SIGNPOST_ASSIGN_OR_RETURN(std::string name, in_.Text("a filter", ":<>=!()"));
    in_.SkipSpace();
    SIGNPOST_ASSIGN_OR_RETURN(std::optional<Filter> comparison, in_.TakeComparison(name));
    if (!comparison && in_.Take(":")) {
      in_.SkipSpace();
      SIGNPOST_ASSIGN_OR_RETURN(comparison, in_.TakeRange(name));
      if (!comparison) {
        SIGNPOST_ASSIGN_OR_RETURN(std::string value, in_.Text("a value", ")"));
        in_.SkipSpace();
        return Filter::Is(std::move(name), std::move(value));
      }
    }
    in_.SkipSpace();
    if (comparison) return *std::move(comparison);
    return Filter::Is(std::string(segment::kTagsAttribute), std::move(name));
  }

  bool TakeKeyword(std::string_view word) {
    const bool taken = in_.TakeWord(word);
    if (taken) in_.SkipSpace();
    return taken;
  }

  TextReader in_;
  std::size_t terms_ = 0;
};

// A name or a value so that the grammar reads it as a whole.
std::string Word(std::string_view text) {
  const bool plain = !text.empty() && text != "AND" && text != "OR" && text != "NOT" &&
                     text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-/") ==
                         std::string_view::npos;
  if (plain) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string NumberWord(double value) {
  char buffer[64];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

std::string TermText(const Filter& filter) {
  const std::string name = Word(filter.attribute);
  if (filter.kind == Filter::Kind::kValue) return StrCat(name, ":", Word(filter.value));
  if (filter.low == filter.high) return StrCat(name, " = ", NumberWord(filter.low));
  if (std::isinf(filter.low) && filter.low < 0 && !std::isinf(filter.high)) {
    return StrCat(name, " <= ", NumberWord(filter.high));
  }
  if (std::isinf(filter.high) && filter.high > 0 && !std::isinf(filter.low)) {
    return StrCat(name, " >= ", NumberWord(filter.low));
  }
  return StrCat(name, ":", NumberWord(filter.low), " TO ", NumberWord(filter.high));
}

std::string Text(const Filter& filter, bool inner) {
  if (filter.kind == Filter::Kind::kValue || filter.kind == Filter::Kind::kNumbers) return TermText(filter);
  std::string out;
  for (const Filter& part : filter.parts) {
    if (!out.empty()) out += filter.kind == Filter::Kind::kAny ? " OR " : " AND ";
    out += Text(part, true);
  }
  if (filter.kind == Filter::Kind::kNot) return "NOT " + out;
  return inner && filter.parts.size() > 1 ? StrCat("(", out, ")") : out;
}

}  // namespace

absl::StatusOr<Filter> ParseFilters(std::string_view text) {
  if (text.size() > limits::kMaxFilterBytes) {
    return InvalidArgument("reading filters: ", text.size(), " bytes, the limit is ", limits::kMaxFilterBytes);
  }
  return Grammar(text).Run();
}

std::string FilterText(const Filter& filter) { return Text(filter, false); }

}  // namespace signpost::inline v0
