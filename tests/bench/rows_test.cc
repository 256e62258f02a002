// SPDX-License-Identifier: Apache-2.0
// 1. Percentiles are nearest ranks, in whatever order values come, also after more came; 0 without values.
// 2. A percentile with a fraction takes the rank that arithmetic says, not the one above.
// 3. The mean is the mean; what one thread counted and what another did add up.
// 4. ThreeDigits shows three digits or all before the point, and rounds across its own borders.
// 5. Rows print the same figures as Markdown and as JSON; no text of a cell can end the cell, or the JSON.
#include <cstdint>
#include <string>

#include <catch2/catch.hpp>

#include "percentiles.h"
#include "rows.h"

namespace bench {
namespace {

TEST_CASE("Percentiles: nearest ranks", "[bench]") {
  Percentiles values;
  CHECK(values.At(50) == 0);
  CHECK(values.Mean() == 0);
  for (const std::int64_t value : {40, 10, 30, 20}) values.Add(value);
  CHECK(values.At(1) == 10);
  CHECK(values.At(25) == 10);
  CHECK(values.At(50) == 20);
  CHECK(values.At(51) == 30);
  CHECK(values.At(100) == 40);
  values.Add(5);
  CHECK(values.At(1) == 5);
  CHECK(values.count() == 5);
}

TEST_CASE("Percentiles: one in a thousand is above p99.9", "[bench]") {
  Percentiles values;
  for (int i = 1; i <= 1000; ++i) values.Add(i);
  CHECK(values.At(99) == 990);
  CHECK(values.At(99.9) == 999);
  CHECK(values.At(0.1) == 1);
}

TEST_CASE("Percentiles: sums and means", "[bench]") {
  Percentiles one;
  Percentiles other;
  one.Add(1);
  other.Add(2);
  other.Add(6);
  one.AddAll(other);
  CHECK(one.Mean() == 3);
  CHECK(one.count() == 3);
}

TEST_CASE("ThreeDigits: what is read at a glance", "[bench]") {
  CHECK(ThreeDigits(0) == "0.000");
  CHECK(ThreeDigits(0.01234) == "0.012");
  CHECK(ThreeDigits(0.9996) == "1.00");
  CHECK(ThreeDigits(1.234) == "1.23");
  CHECK(ThreeDigits(9.996) == "10.0");
  CHECK(ThreeDigits(12.34) == "12.3");
  CHECK(ThreeDigits(99.96) == "100");
  CHECK(ThreeDigits(1234.5) == "1234");
  CHECK(ThreeDigits(-12.34) == "-12.3");
  CHECK(ThreeDigits(1.0 / 0.0) == "0");
}

TEST_CASE("Rows: Markdown and JSON of the same figures", "[bench]") {
  Rows rows({"set", "p50_us", "queries", "cut"});
  rows.Add({std::string("exact"), 12.34, std::int64_t{5}, true});
  CHECK(rows.Markdown() == "| set | p50_us | queries | cut |\n|---|---|---|---|\n| exact | 12.3 | 5 | true |\n");
  CHECK(rows.JsonLines() == "{\"set\":\"exact\",\"p50_us\":12.3,\"queries\":5,\"cut\":true}\n");
  CHECK(rows.Print(true) == rows.JsonLines());
  CHECK(rows.Print(false) == rows.Markdown());
}

TEST_CASE("Rows: hostile texts stay in their cells", "[bench]") {
  Rows rows({"query"});
  rows.Add({std::string("a|b\nc\"d\\")});
  CHECK(rows.Markdown() == "| query |\n|---|\n| a b c\"d\\ |\n");
  CHECK(rows.JsonLines() == "{\"query\":\"a|b\\nc\\\"d\\\\\"}\n");
}

}  // namespace
}  // namespace bench
