// SPDX-License-Identifier: Apache-2.0
#include "base/iso_date.h"

#include <chrono>
#include <cstddef>

namespace signpost {
namespace {

// Takes parts of a text from its front; after the first that does not fit, ok is false.
struct DateReader {
  std::string_view rest;
  bool ok = true;

  int Digits(std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (i >= rest.size() || rest[i] < '0' || rest[i] > '9') {
        ok = false;
        return 0;
      }
      value = 10 * value + (rest[i] - '0');
    }
    rest.remove_prefix(count);
    return value;
  }
  int Digits(std::size_t count, int low, int high) {
    const int value = Digits(count);
    ok = ok && value >= low && value <= high;
    return value;
  }
  bool Take(char c) {
    const bool there = !rest.empty() && rest.front() == c;
    if (there) rest.remove_prefix(1);
    return there;
  }
  void Expect(char c) { ok = Take(c) && ok; }
};

double Fraction(DateReader* in) {
  double value = 0;
  double unit = 0.1;
  if (in->rest.empty() || in->rest.front() < '0' || in->rest.front() > '9') in->ok = false;
  for (; !in->rest.empty() && in->rest.front() >= '0' && in->rest.front() <= '9'; unit /= 10) {
    value += unit * (in->rest.front() - '0');
    in->rest.remove_prefix(1);
  }
  return value;
}

double TimeOfDay(DateReader* in) {
  double seconds = 3600.0 * in->Digits(2, 0, 23);
  in->Expect(':');
  seconds += 60.0 * in->Digits(2, 0, 59);
  if (in->Take(':')) {
    seconds += in->Digits(2, 0, 60);  // 60: a leap second
    if (in->Take('.')) seconds += Fraction(in);
  }
  if (in->Take('Z') || in->rest.empty()) return seconds;
  const bool east = in->Take('+');
  if (!east) in->Expect('-');
  double offset = 3600.0 * in->Digits(2, 0, 23);
  in->Take(':');
  offset += 60.0 * in->Digits(2, 0, 59);
  return east ? seconds - offset : seconds + offset;
}

}  // namespace

std::optional<double> ParseIsoDate(std::string_view text) {
  if (text.size() < 10 || text[4] != '-') return std::nullopt;
  DateReader in{text};
  const std::chrono::year year(in.Digits(4));
  in.Expect('-');
  const std::chrono::month month(static_cast<unsigned>(in.Digits(2)));
  in.Expect('-');
  const std::chrono::day day(static_cast<unsigned>(in.Digits(2)));
  if (!in.ok || !(year / month / day).ok()) return std::nullopt;
  const auto days = std::chrono::sys_days(year / month / day).time_since_epoch().count();
  double seconds = 86400.0 * static_cast<double>(days);
  if (in.Take('T') || in.Take(' ')) {
    seconds += TimeOfDay(&in);
  }
  if (!in.ok || !in.rest.empty()) return std::nullopt;
  return seconds;
}

}  // namespace signpost
