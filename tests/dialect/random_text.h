// SPDX-License-Identifier: Apache-2.0
// random_text.h — random strings and values for round-trip tests: quotes, controls, NUL, several scripts, empty ones.
#ifndef SIGNPOST_TESTS_DIALECT_RANDOM_TEXT_H_
#define SIGNPOST_TESTS_DIALECT_RANDOM_TEXT_H_

#include <cmath>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include <signpost/value.h>

class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : random_(seed) {}

  // 0 <= result < n
  int Below(int n) { return static_cast<int>(random_() % static_cast<std::uint64_t>(n)); }
  bool Coin() { return Below(2) == 0; }

  std::string String() {
    static const std::vector<std::string> pieces = {"a",
                                                    "Z",
                                                    "7",
                                                    " ",
                                                    "\"",
                                                    "\\",
                                                    "/",
                                                    "\n",
                                                    "\t",
                                                    "\r",
                                                    "\b",
                                                    "\f",
                                                    std::string(1, '\0'),
                                                    "\x1f",
                                                    "\x7f",
                                                    "é",
                                                    "ñ",
                                                    "订单",
                                                    "🛍",
                                                    "\xE2\x80\xA8",
                                                    "{x}",
                                                    "[",
                                                    "]",
                                                    ",",
                                                    ":",
                                                    "</script>",
                                                    "\\u0041"};
    std::string out;
    for (int n = Below(8); n > 0; --n) out += pieces[static_cast<std::size_t>(Below(static_cast<int>(pieces.size())))];
    return out;
  }
  std::string Name() { return "n" + String(); }
  std::vector<std::string> Strings() {
    std::vector<std::string> out(static_cast<std::size_t>(Below(4)));
    for (std::string& s : out) s = String();
    return out;
  }
  // Any finite double, from the bits.
  double Number() {
    for (;;) {
      std::uint64_t bits = random_();
      double d = 0;
      std::memcpy(&d, &bits, sizeof d);
      if (std::isfinite(d)) return d;
    }
  }
  signpost::Value Any(int depth) {
    switch (Below(depth > 0 ? 8 : 6)) {
      case 0:
        return {};
      case 1:
        return Coin();
      case 2:
        return static_cast<std::int64_t>(random_());
      case 3:
        return Below(1000);
      case 4:
        return Number();
      case 5:
        return String();
      case 6: {
        signpost::Value::Array array;
        for (int n = Below(4); n > 0; --n) array.push_back(Any(depth - 1));
        return array;
      }
      default: {
        signpost::Value::Object object;
        for (int n = 0, count = Below(4); n < count; ++n)
          object.push_back({Name() + std::to_string(n), Any(depth - 1)});
        return object;
      }
    }
  }

 private:
  std::mt19937_64 random_;
};

#endif  // SIGNPOST_TESTS_DIALECT_RANDOM_TEXT_H_
