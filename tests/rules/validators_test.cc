// SPDX-License-Identifier: Apache-2.0
// Properties of validators:
//  1. Published sample numbers and numbers with a computed check digit are accepted; letters in either case.
//  2. Every other last digit is refused, and so is every change of one digit before it that the scheme detects.
//  3. Wrong lengths, characters and forms are refused.
//  4. Names are those of <signpost/rules.h>, and no others.
//  5. Arbitrary bytes neither crash a validator nor pass one that asks for ASCII.
#include "rules/validators.h"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "support/seed.h"

namespace signpost::rules {
namespace {

bool Accepts(std::string_view name, std::string_view value) {
  const Validator* validator = FindValidator(name);
  REQUIRE(validator != nullptr);
  return validator->strength(value) != Strength::kNone;
}

struct Case {
  const char* validator;
  const char* value;
  bool accepted;
};

TEST_CASE("Validator: forms", "[rules]") {  // 1, 3
  const Case c = GENERATE(values<Case>({
      {"number", "0", true},
      {"number", "0123456789", true},
      {"number", "", false},
      {"number", "12a", false},
      {"number", "1,234", false},
      {"number", "-1", false},
      {"number", "１２", false},
      {"order", "FW-20417735", true},
      {"order", "fw-20417735", true},
      {"order", "12345", true},
      {"order", "A1B2C3D4E5", true},
      {"order", "1234", false},
      {"order", "FW-1234", false},
      {"order", "2024-05-17", true},
      {"order", "order", false},
      {"order", "FW_20417735", false},
      {"order", "FW 20417735", false},
      {"order", "", false},
      {"email", "jane@example.com", true},
      {"email", "jane.doe+returns@mail.example.co.uk", true},
      {"email", "o'brien@example.ie", true},
      {"email", "JANE@EXAMPLE.COM", true},
      {"email", "j@e-x.de", true},
      {"email", "jane", false},
      {"email", "@example.com", false},
      {"email", "jane@", false},
      {"email", "jane@localhost", false},
      {"email", "jane@example.c", false},
      {"email", "jane@example.123", false},
      {"email", "jane@.example.com", false},
      {"email", "jane@example..com", false},
      {"email", "jane@-example.com", false},
      {"email", "jane@example-.com", false},
      {"email", ".jane@example.com", false},
      {"email", "jane.@example.com", false},
      {"email", "ja..ne@example.com", false},
      {"email", "ja ne@example.com", false},
      {"email", "jane@example.com.", false},
      {"email", "jane@doe@example.com", false},
      {"email", "jané@example.com", false},
      {"email", "", false},
      {"ups", "1Z999AA10123456784", true},  // published sample
      {"ups", "1z999aa10123456784", true},
      {"ups", "1Z12345E0205271688", false},  // a sample without a valid check digit
      {"ups", "1Z12345E6605272234", true},   // published sample
      {"ups", "1Z999AA10123456785", false},
      {"ups", "1Z999AA1012345678", false},
      {"ups", "1Z999AA101234567844", false},
      {"ups", "2Z999AA10123456784", false},
      {"ups", "1Y999AA10123456784", false},
      {"ups", "1Z999A-10123456784", false},
      {"ups", "1Z999AA1012345678A", false},
      {"ups", "", false},
      {"s10", "RR123456785US", true},
      {"s10", "rr123456785us", true},
      {"s10", "RB123456785GB", true},
      {"s10", "EE876543216CN", true},
      {"s10", "RR123456786US", false},
      {"s10", "RR12345678US", false},
      {"s10", "R1123456785US", false},
      {"s10", "RR123456785U1", false},
      {"s10", "RR12345678AUS", false},
      {"s10", "", false},
      {"fedex", "986578788855", true},  // published sample
      {"fedex", "477179081230", true},  // published sample
      {"fedex", "799531274483", true},  // published sample
      {"fedex", "986578788856", false},
      {"fedex", "041441760228964", true},  // published sample
      {"fedex", "568283610012000", true},  // published sample
      {"fedex", "041441760228965", false},
      {"fedex", "12345678901234567890", true},
      {"fedex", "9611918112345612345671", true},
      {"fedex", "96119181123456123456711", false},
      {"fedex", "1234567890123", false},
      {"fedex", "98657878885A", false},
      {"fedex", "", false},
  }));
  CAPTURE(c.validator, c.value);
  CHECK(Accepts(c.validator, c.value) == c.accepted);
}

TEST_CASE("Validator: only one last digit fits", "[rules]") {  // 2
  struct Number {
    const char* validator;
    const char* value;
    std::size_t check_digit;
  };
  const Number n = GENERATE(values<Number>({{"ups", "1Z999AA10123456784", 17},
                                            {"s10", "RR123456785US", 10},
                                            {"fedex", "986578788855", 11},
                                            {"fedex", "041441760228964", 14}}));
  CAPTURE(n.validator, n.value);
  int accepted = 0;
  for (char digit = '0'; digit <= '9'; ++digit) {
    std::string value = n.value;
    value[n.check_digit] = digit;
    if (Accepts(n.validator, value)) ++accepted;
  }
  CHECK(accepted == 1);
}

// Weights that have no factor in common with the modulus detect every wrong digit. UPS doubles every second one mod 10,
// which does not tell 0 from 5 there, and FedEx Express writes the remainder 10 like 0: those are left out.
TEST_CASE("Validator: a mistyped digit is refused", "[rules]") {  // 2
  struct Number {
    const char* validator;
    const char* value;
  };
  const Number n = GENERATE(values<Number>({{"ups", "1Z999AA10123456784"}, {"fedex", "041441760228964"}}));
  const std::string_view original = n.value;
  for (std::size_t i = 2; i + 1 < original.size(); ++i) {
    if (original[i] < '0' || original[i] > '9') continue;
    for (char digit = '0'; digit <= '9'; ++digit) {
      const int step = digit - original[i];
      if (step == 0 || step == 5 || step == -5) continue;
      std::string value(original);
      value[i] = digit;
      CAPTURE(value);
      CHECK_FALSE(Accepts(n.validator, value));
    }
  }
}

TEST_CASE("Validator: names", "[rules]") {  // 4
  CHECK(ValidatorNames() == "number, order, email, ups, s10, usps, fedex, dhl");
  CHECK(FindValidator("") == nullptr);
  CHECK(FindValidator("UPS") == nullptr);
  CHECK(FindValidator("phone") == nullptr);
  CHECK(FindValidator("ups")->spaced);
  CHECK(FindValidator("s10")->spaced);
  CHECK(FindValidator("fedex")->spaced);
  CHECK_FALSE(FindValidator("order")->spaced);
}

TEST_CASE("Validator: arbitrary bytes", "[rules]") {  // 5
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int i = 0; i < 20'000; ++i) {
    std::string value(random() % 30, '\0');
    for (char& c : value) c = static_cast<char>(random());
    const bool ascii =
        std::all_of(value.begin(), value.end(), [](char c) { return static_cast<signed char>(c) > 0x20; });
    for (std::string_view name : {"number", "order", "email", "ups", "s10", "fedex"}) {
      if (Accepts(name, value) && !ascii) FAIL("accepted bytes beyond ASCII");
    }
  }
}

}  // namespace
}  // namespace signpost::rules
