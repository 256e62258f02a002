// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 A slug keeps letters, digits, '_' and '-' of every script in lower case, and turns each space into '-'.
//   2 Anchors of one document are unique and never empty.
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "ingest/slug.h"

using signpost::ingest::AnchorSet;
using signpost::ingest::Slug;

TEST_CASE("Slug: as GitHub makes it (1)", "[ingest]") {
  struct Case {
    std::string heading;
    std::string slug;
  };
  auto c = GENERATE(values<Case>({
      {"", ""},
      {"Track your order", "track-your-order"},
      {"What's new in 2.0?", "whats-new-in-20"},
      {"Refunds & returns", "refunds--returns"},
      {"E-404: not_found", "e-404-not_found"},
      {"¿Dónde está MI pedido?", "dónde-está-mi-pedido"},
      {"ÅÄÖ ÇĞŞ ŸŽ", "åäö-çğş-ÿž"},
      {"Где МОЙ заказ?", "где-мой-заказ"},
      {"ΠΟΎ ΕΊΝΑΙ", "πού-είναι"},
      {"查询订单（物流）、退款", "查询订单物流退款"},
      {"返品・交換ー方法", "返品交換ー方法"},
      {"배송 조회", "배송-조회"},
      {"मेरा ऑर्डर", "मेरा-ऑर्डर"},
      {"คำสั่งซื้อ", "คำสั่งซื้อ"},
      {"𝐱 🛍 50€ ½ ² Ⅷ", "𝐱--50---"},
      {"«quoted» — dash…", "quoted--dash"},
  }));
  CAPTURE(c.heading);
  CHECK(Slug(c.heading) == c.slug);
}

TEST_CASE("Anchors: doubles are numbered (2)", "[ingest]") {
  AnchorSet anchors;
  CHECK(anchors.Make("Example") == "example");
  CHECK(anchors.Make("Example") == "example-1");
  CHECK(anchors.Make("example") == "example-2");
  CHECK(anchors.Make("Example 1") == "example-1-1");
  anchors.Reserve("mine");
  CHECK(anchors.Make("Mine") == "mine-1");
  CHECK(anchors.Make("!!!") == "section");
  CHECK(anchors.Make("🛍") == "section-1");
}

TEST_CASE("Anchors: unique, whatever the headings (2)", "[ingest]") {
  AnchorSet anchors;
  std::set<std::string> seen;
  for (const char* heading : {"a", "a", "a-1", "a 1", "a-1-1", "A", "a", "a-2", "a-2", ""}) {
    std::string anchor = anchors.Make(heading);
    CAPTURE(anchor);
    CHECK_FALSE(anchor.empty());
    CHECK(seen.insert(anchor).second);
  }
}
