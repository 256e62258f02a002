// SPDX-License-Identifier: Apache-2.0
// What documents hold of the sides of synonyms, as the linter is told: in any form, side by side, in the languages that the
// synonym applies to, placeholders as such, removed documents not at all, those for some audiences too.
#include "catalog/synonym_evidence.h"

#include <signpost/signpost.h>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "index/snapshot.h"
#include "rules/synonym_lint.h"
#include "support/ask.h"
#include "support/temporary_folder.h"

namespace {

using signpost::Synonym;
using signpost::SynonymType;

signpost::index::View ViewOf(const signpost::Index& index, const TemporaryFolder& folder) {
  REQUIRE(index.Save(folder / "x.signpost").ok());
  auto view = signpost::index::OpenView(folder / "x.signpost");
  REQUIRE(view.ok());
  return *std::move(view);
}

}  // namespace

TEST_CASE("Synonym evidence: what documents hold", "[catalog]") {
  const TemporaryFolder folder;
  signpost::Index index = BuildIndex({Article("a", "Our gift cards", "Ship to <street>"),
                                      Article("b", "Vanished"),
                                      {.object_id = "c", .lang = "de", .title = "Rückgaben"},
                                      {.object_id = "d", .lang = "en", .title = "Secret", .audiences = {"agents"}}},
                                     {.language = ""});
  REQUIRE(index.Remove({"b"}).ok());
  const signpost::index::View view = ViewOf(index, folder);
  const signpost::catalog::SynonymEvidence evidence(view);
  const Synonym any, german{.lang = "de"}, english{.lang = "en_GB"};
  CHECK(evidence.Holds(any, "Gift-Card"));
  CHECK(evidence.Holds(english, "gift card"));
  CHECK_FALSE(evidence.Holds(german, "gift card"));
  CHECK_FALSE(evidence.Holds(any, "card gift"));
  CHECK_FALSE(evidence.Holds(any, "vanished"));
  CHECK_FALSE(evidence.Holds(any, "!"));
  CHECK(evidence.Holds(german, "Rückgabe"));
  CHECK(evidence.Holds(any, "secret"));
  const Synonym street{.type = SynonymType::kPlaceholder, .input = "<Street>", .synonyms = {"ship"}};
  CHECK(evidence.Holds(street, "<Street>"));
  const Synonym card{.type = SynonymType::kPlaceholder, .input = "<card>", .synonyms = {"ship"}};
  CHECK_FALSE(evidence.Holds(card, "<card>"));

  const auto findings = signpost::rules::LintSynonyms(
      {{.object_id = "1", .synonyms = {"voucher", "gift card"}},
       {.object_id = "2", .type = SynonymType::kOneWay, .input = "gift", .synonyms = {"vanished"}}},
      "en", [&](const Synonym& synonym, std::string_view side) { return evidence.Holds(synonym, side); });
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].object_id == "2");
}
