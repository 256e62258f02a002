// SPDX-License-Identifier: Apache-2.0
// 1. Dates and times of ISO 8601 come to seconds since 1970, whatever their zone; what is none is refused.
#include "base/iso_date.h"

#include <catch2/catch.hpp>

using signpost::ParseIsoDate;

TEST_CASE("IsoDate: 1: dates come to seconds", "[base]") {
  struct Case {
    const char* text;
    double seconds;
  };
  const Case c = GENERATE(values<Case>({{"1970-01-01", 0},
                                        {"1969-12-31", -86400},
                                        {"2000-02-29", 951782400},
                                        {"2024-01-01T00:00Z", 1704067200},
                                        {"2024-01-01 00:00:30", 1704067230},
                                        {"2024-01-01T00:00:30.5Z", 1704067230.5},
                                        {"2024-01-01T02:00+02:00", 1704067200},
                                        {"2023-12-31T19:00:00-0500", 1704067200}}));
  CAPTURE(c.text);
  const auto seconds = ParseIsoDate(c.text);
  REQUIRE(seconds.has_value());
  CHECK(*seconds == Approx(c.seconds).margin(1e-6));
}

TEST_CASE("IsoDate: 1: what is no date is refused", "[base]") {
  for (const char* text : {"", "2024", "2024-1-1", "2024-13-01", "2023-02-29", "2024-01-01x", "2024-01-01T",
                           "2024-01-01T24:00", "2024-01-01T10", "2024-01-01T10:60", "2024-01-01T10:00:00.",
                           "2024-01-01T10:00+", "20240101", "24-01-2001", "2024-01-01T10:00+2:00", "2024/01/01"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseIsoDate(text).has_value());
  }
}
