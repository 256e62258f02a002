// SPDX-License-Identifier: Apache-2.0
#include "filter/text_reader.h"

#include <charconv>
#include <cmath>
#include <limits>

#include "base/iso_date.h"
#include "base/status.h"
#include "base/strings.h"

namespace signpost::filter {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool EndsWord(char c) { return IsSpace(c) || c == '(' || c == ')'; }

std::optional<double> ReadNumber(std::string_view word) {
  if (std::optional<double> date = ParseIsoDate(word)) return date;
  if (word.starts_with('+')) word.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || std::isnan(value)) return std::nullopt;
  return value + 0.0;  // not -0
}

}  // namespace

absl::Status TextReader::Error(std::string_view expected) const {
  const std::string found = done() ? "the end" : Quoted(text_.substr(at_));
  return InvalidArgument("reading ", parameter_, ": expected ", expected, " at byte ", at_, ", found ", found);
}

void TextReader::SkipSpace() {
  while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
}

bool TextReader::Take(std::string_view part) {
  if (!text_.substr(at_).starts_with(part)) return false;
  at_ += part.size();
  return true;
}

bool TextReader::SeesWord(std::string_view word) const {
  const std::string_view rest = text_.substr(at_);
  return rest.starts_with(word) && (rest.size() == word.size() || EndsWord(rest[word.size()]));
}

bool TextReader::TakeWord(std::string_view word) {
  if (!SeesWord(word)) return false;
  at_ += word.size();
  return true;
}

absl::StatusOr<std::string> TextReader::Text(std::string_view what, std::string_view stops) {
  std::string out;
  const char quote = done() ? '\0' : text_[at_];
  if (quote != '"' && quote != '\'') {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !IsSpace(text_[at_]) && stops.find(text_[at_]) == std::string_view::npos) ++at_;
    if (at_ == begin) return Error(what);
    return std::string(text_.substr(begin, at_ - begin));
  }
  for (++at_; at_ < text_.size() && text_[at_] != quote; ++at_) {
    const bool escaped = text_[at_] == '\\' && at_ + 1 < text_.size() &&
                         (text_[at_ + 1] == '"' || text_[at_ + 1] == '\'' || text_[at_ + 1] == '\\');
    if (escaped) ++at_;
    out += text_[at_];
  }
  if (done()) return Error(StrCat("a closing ", std::string(1, quote)));
  ++at_;
  return out;
}

std::optional<double> TextReader::TryNumber() {
  if (done()) return std::nullopt;
  std::size_t begin = at_;
  std::size_t end = begin;
  const bool quoted = text_[at_] == '"' || text_[at_] == '\'';
  if (quoted) {
    end = text_.find(text_[at_], ++begin);
    if (end == std::string_view::npos) return std::nullopt;
  } else {
    while (end < text_.size() && !EndsWord(text_[end]) && text_[end] != ',') ++end;
  }
  const std::optional<double> value = ReadNumber(text_.substr(begin, end - begin));
  if (value) at_ = quoted ? end + 1 : end;
  return value;
}

absl::StatusOr<double> TextReader::Number() {
  if (const std::optional<double> value = TryNumber()) return *value;
  return Error("a number or a date");
}

absl::StatusOr<std::optional<Filter>> TextReader::TakeComparison(const std::string& attribute) {
  // Those that begin with another stand before it.
  static constexpr std::string_view kOperators[] = {"!=", "<=", ">=", "<", ">", "="};
  for (const std::string_view comparison : kOperators) {
    if (!Take(comparison)) continue;
    SkipSpace();
    SIGNPOST_ASSIGN_OR_RETURN(const double number, Number());
    if (comparison == "<") return Filter::Between(attribute, -kInfinity, std::nextafter(number, -kInfinity));
    if (comparison == "<=") return Filter::Between(attribute, -kInfinity, number);
    if (comparison == ">") return Filter::Between(attribute, std::nextafter(number, kInfinity), kInfinity);
    if (comparison == ">=") return Filter::Between(attribute, number, kInfinity);
    const Filter equal = Filter::Between(attribute, number, number);
    return comparison == "=" ? equal : Filter::Not(equal);
  }
  return std::nullopt;
}

absl::StatusOr<std::optional<Filter>> TextReader::TakeRange(const std::string& attribute) {
  const std::size_t begin = at_;
  const std::optional<double> low = TryNumber();
  SkipSpace();
  if (!low || !(TakeWord("TO") || TakeWord("to"))) {
    at_ = begin;
    return std::nullopt;
  }
  SkipSpace();
  SIGNPOST_ASSIGN_OR_RETURN(const double high, Number());
  return Filter::Between(attribute, *low, high);
}

}  // namespace signpost::filter
