// SPDX-License-Identifier: Apache-2.0
// 1. The facts of a match equal those counted over all pairs of occurrences.
// 2. Keys compare as the facts do, criterion by criterion, in any order, around custom ranking.
// 3. Settings::ranking orders hits: each criterion alone, one after the other, and the explanation says the same
//    numbers.
// 4. Hits in any order of criteria are sorted by their explained facts, whatever the segments.
#include <signpost/signpost.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

#include "rank/criteria.h"
#include "support/random_documents.h"
#include "support/seed.h"

namespace signpost::rank {
namespace {

using match::DocMatch;
using match::SlotOccurrence;
using query::Alternative;
using query::Plan;
using query::Slot;
using Criteria = std::vector<RankingCriterion>;
using Strings = std::vector<std::string>;

constexpr RankingCriterion kAll[] = {RankingCriterion::kTypo,      RankingCriterion::kWords,
                                     RankingCriterion::kProximity, RankingCriterion::kAttribute,
                                     RankingCriterion::kExact,     RankingCriterion::kCustom};

// --- facts ---

std::uint32_t NaiveDistance(const SlotOccurrence& a, const SlotOccurrence& b) {
  if (a.field != b.field) return kFarApart;
  if (b.position >= a.position) {
    const std::uint32_t end = a.position + a.span - 1;
    return std::min(kFarApart, b.position > end ? b.position - end : 0);
  }
  const std::uint32_t end = b.position + b.span - 1;
  return std::min(kFarApart, (a.position > end ? a.position - end : 0) + 1);
}

MatchFacts NaiveFacts(const Plan& plan, const DocMatch& match) {
  MatchFacts facts{.attribute = UINT32_MAX};
  std::map<std::uint32_t, std::vector<SlotOccurrence>> by_slot;
  for (const SlotOccurrence& o : match.occurrences) {
    facts.attribute = std::min(facts.attribute, std::uint32_t{Raw(o.field)});
    if (plan.slots[o.slot].marked) by_slot[o.slot].push_back(o);
  }
  const std::vector<SlotOccurrence>* before = nullptr;
  for (const auto& [slot, occurrences] : by_slot) {
    int edits = 99;
    bool exact = false;
    for (const SlotOccurrence& o : occurrences) {
      const Alternative& alternative = plan.slots[slot].alternatives[o.alternative];
      edits = std::min(edits, alternative.edits);
      const bool same = alternative.kind == AlternativeKind::kSynonym && alternative.weight == 1;
      exact |= same || alternative.kind == AlternativeKind::kExact;
    }
    ++facts.words;
    facts.exact_words += exact ? 1 : 0;
    facts.typos += static_cast<std::uint32_t>(edits);
    std::uint32_t distance = kFarApart;
    for (const SlotOccurrence& a : before != nullptr ? *before : std::vector<SlotOccurrence>{}) {
      for (const SlotOccurrence& b : occurrences) distance = std::min(distance, NaiveDistance(a, b));
    }
    if (before != nullptr) facts.distance += distance;
    before = &occurrences;
  }
  return facts;
}

TEST_CASE("FactsOf: equals a count over all pairs", "[rank]") {  // 1
  const std::uint64_t seed = TestSeed();
  std::mt19937_64 random(seed);
  auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
  for (int round = 0; round < 5000; ++round) {
    CAPTURE(seed, round);
    Plan plan;
    DocMatch match;
    for (std::uint32_t s = 0, slots = 1 + below(5); s < slots; ++s) {
      Slot& slot = plan.slots.emplace_back();
      slot.marked = below(6) != 0;
      for (std::uint32_t a = 0, alternatives = 1 + below(3); a < alternatives; ++a) {
        Alternative& alternative = slot.alternatives.emplace_back();
        alternative.edits = a == 0 ? 0 : static_cast<int>(below(3));
        alternative.kind = static_cast<AlternativeKind>(a == 0 ? below(2) : 2 + below(7));
        alternative.weight = below(2) == 0 ? 1 : 0.8;
        for (std::uint32_t o = 0, count = below(4); o < count; ++o) {
          match.occurrences.push_back({s, a, FieldId{static_cast<std::uint8_t>(below(3))}, below(30),
                                       static_cast<std::uint16_t>(1 + below(3))});
        }
      }
    }
    std::sort(match.occurrences.begin(), match.occurrences.end(), [](const auto& a, const auto& b) {
      return std::tuple(a.slot, a.alternative, a.field, a.position) <
             std::tuple(b.slot, b.alternative, b.field, b.position);
    });
    const MatchFacts facts = FactsOf(plan, match), naive = NaiveFacts(plan, match);
    REQUIRE(facts.words == naive.words);
    REQUIRE(facts.exact_words == naive.exact_words);
    REQUIRE(facts.typos == naive.typos);
    REQUIRE(facts.attribute == naive.attribute);
    REQUIRE(facts.distance == naive.distance);
  }
}

// Lower is better.
std::int64_t ValueOf(RankingCriterion criterion, const MatchFacts& facts) {
  switch (criterion) {
    case RankingCriterion::kTypo:
      return facts.typos;
    case RankingCriterion::kWords:
      return -std::int64_t{facts.words};
    case RankingCriterion::kProximity:
      return facts.distance;
    case RankingCriterion::kAttribute:
      return facts.attribute;
    case RankingCriterion::kExact:
      return -std::int64_t{facts.exact_words};
    case RankingCriterion::kCustom:
      break;
  }
  return 0;
}

TEST_CASE("KeyOf: compares as the facts do", "[rank]") {  // 2
  const std::uint64_t seed = TestSeed();
  std::mt19937_64 random(seed);
  auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
  for (int round = 0; round < 20'000; ++round) {
    CAPTURE(seed, round);
    Criteria criteria(std::begin(kAll), std::end(kAll));
    std::shuffle(criteria.begin(), criteria.end(), random);
    criteria.resize(below(7));
    const auto custom = std::find(criteria.begin(), criteria.end(), RankingCriterion::kCustom);
    auto facts = [&] { return MatchFacts{below(3), below(3), below(3), below(20), below(16)}; };
    const MatchFacts a = facts(), b = facts();
    auto values = [](auto begin, auto end, const MatchFacts& of) {
      std::vector<std::int64_t> out;
      for (auto c = begin; c != end; ++c) out.push_back(ValueOf(*c, of));
      return out;
    };
    const CriteriaKey a_key = KeyOf(criteria, a), b_key = KeyOf(criteria, b);
    REQUIRE(a_key.has_custom == (custom != criteria.end()));
    REQUIRE((a_key.before_custom > b_key.before_custom) ==
            (values(criteria.begin(), custom, a) < values(criteria.begin(), custom, b)));
    REQUIRE((a_key.behind_custom > b_key.behind_custom) ==
            (values(custom, criteria.end(), a) < values(custom, criteria.end(), b)));
  }
  CHECK(KeyOf({}, {5, 4, 3, 2, 1}).before_custom == 0);
  // Numbers beyond any sense do not spill into the next criterion.
  const Criteria criteria = {RankingCriterion::kWords, RankingCriterion::kTypo};
  CHECK(KeyOf(criteria, {.words = 3, .typos = 1'000'000}).before_custom <
        KeyOf(criteria, {.words = 4, .typos = 2'000'000}).before_custom);
}

// --- ordering, through the public API ---

Index Build(const std::vector<Document>& documents, const Criteria& ranking) {
  auto builder =
      IndexBuilder::Create({.language = "en", .ranking = ranking, .custom_ranking = {{.attribute = "votes"}}});
  REQUIRE(builder.ok());
  for (const Document& document : documents) REQUIRE(builder->Add(document).ok());
  auto index = std::move(*builder).Build();
  REQUIRE(index.ok());
  return *std::move(index);
}

Strings Ids(const Index& index, const std::string& query) {
  auto response = index.Search(signpost::Audience::Public(),
                               {.query = query, .remove_words = RemoveWords::kAllOptional, .hits_per_page = 1000});
  REQUIRE(response.ok());
  Strings out;
  for (const Hit& hit : response->hits) out.push_back(hit.document.object_id);
  return out;
}

TEST_CASE("Search: each criterion alone", "[rank]") {  // 3
  struct Case {
    RankingCriterion criterion;
    const char* query;
    std::vector<Document> documents;  // in the order that is wanted; the score would have it the other way round
  };
  const std::string filler = " and a lot of other things that make a text long enough to count for little";
  const auto c = GENERATE_COPY(values<Case>({
      {RankingCriterion::kTypo,
       "pasword ",
       {{.object_id = "one", .lang = "en", .title = "News", .sections = {{.text = "password" + filler + filler}}},
        {.object_id = "two", .lang = "en", .title = "passwords passwords"}}},
      {RankingCriterion::kProximity,
       "blue tent",
       {{.object_id = "near", .lang = "en", .title = "News", .sections = {{.text = "blue tent" + filler + filler}}},
        {.object_id = "far", .lang = "en", .title = "blue things tent", .sections = {{.text = "tent tent"}}}}},
      {RankingCriterion::kAttribute,
       "tent",
       {{.object_id = "title", .lang = "en", .title = "tent" + filler + filler + filler + filler},
        {.object_id = "body", .lang = "en", .title = "x", .sections = {{.text = "tent tent tent tent tent tent"}}}}},
      {RankingCriterion::kExact,
       "returns policy",
       {{.object_id = "exact", .lang = "en", .title = "News", .sections = {{.text = "returns policy" + filler}}},
        {.object_id = "forms", .lang = "en", .title = "returned policies"}}},
      {RankingCriterion::kCustom,
       "tent",
       {{.object_id = "liked",
         .lang = "en",
         .title = "News" + filler,
         .sections = {{.text = "tent"}},
         .attributes = {{"votes", 9}}},
        {.object_id = "best", .lang = "en", .title = "tent", .attributes = {{"votes", 1}}}}},
  }));
  CAPTURE(c.query);
  const Strings wanted = {c.documents[0].object_id, c.documents[1].object_id};
  CHECK(Ids(Build(c.documents, {c.criterion}), c.query) == wanted);
  CHECK(Ids(Build(c.documents, {}), c.query) == Strings{wanted[1], wanted[0]});
}

TEST_CASE("Search: more words first", "[rank]") {  // 3
  const std::vector<Document> documents = {
      {.object_id = "two",
       .lang = "en",
       .title = "News of other things",
       .sections = {{.text = "about a red blue thing"}}},
      {.object_id = "one", .lang = "en", .title = "zebra", .sections = {{.text = "zebra zebra zebra"}}},
      {.object_id = "x", .lang = "en", .title = "red"},
      {.object_id = "y", .lang = "en", .title = "blue"},
      {.object_id = "z", .lang = "en", .title = "red"}};
  CHECK(Ids(Build(documents, {RankingCriterion::kWords}), "red blue zebra ").front() == "two");
  CHECK(Ids(Build(documents, {}), "red blue zebra ").front() == "one");
}

TEST_CASE("Search: any order of criteria, as explained", "[rank]") {  // 4
  const std::uint64_t seed = TestSeed();
  std::mt19937_64 random(seed);
  RandomText text(seed);
  const Strings names = {"title", "headings", "body", "keywords", ""};
  for (int round = 0; round < 6; ++round) {
    Criteria criteria(std::begin(kAll), std::end(kAll));
    if (round > 0) std::shuffle(criteria.begin(), criteria.end(), random);
    if (round > 3) criteria.resize(3);
    std::vector<Document> documents;
    for (int d = 0; d < 100; ++d) documents.push_back(text.Document("d" + std::to_string(d), "en"));
    const Index index = Build(documents, criteria);
    Index changed = Build({}, criteria);
    for (std::size_t d = 0; d < documents.size(); d += 20) {
      REQUIRE(changed
                  .Upsert({documents.begin() + static_cast<std::ptrdiff_t>(d),
                           documents.begin() + static_cast<std::ptrdiff_t>(d + 20)})
                  .ok());
    }
    for (int q = 0; q < 40; ++q) {
      const std::string query = text.Query();
      CAPTURE(seed, round, query);
      auto response = index.Search(
          signpost::Audience::Public(),
          {.query = query, .remove_words = RemoveWords::kAllOptional, .hits_per_page = 1000, .explain = true});
      REQUIRE(response.ok());
      std::vector<std::int64_t> before;
      for (const Hit& hit : response->hits) {
        const HitExplanation& e = *hit.explanation;
        const auto attribute =
            static_cast<std::uint32_t>(std::find(names.begin(), names.end(), e.attribute) - names.begin());
        const MatchFacts facts{static_cast<std::uint32_t>(e.words), static_cast<std::uint32_t>(e.exact_words),
                               static_cast<std::uint32_t>(e.typos), static_cast<std::uint32_t>(e.distance), attribute};
        std::vector<std::int64_t> key;
        for (const RankingCriterion criterion : criteria) {
          key.push_back(criterion == RankingCriterion::kCustom ? -*hit.document.attributes[0].value.integer()
                                                               : ValueOf(criterion, facts));
        }
        REQUIRE(before <= key);
        REQUIRE(facts.exact_words <= facts.words);
        before = key;
      }
      REQUIRE(Ids(index, query) == Ids(changed, query));
      // A page is cut out of the same order.
      auto few = index.Search(signpost::Audience::Public(),
                              {.query = query, .remove_words = RemoveWords::kAllOptional, .hits_per_page = 3});
      REQUIRE(few.ok());
      for (std::size_t i = 0; i < few->hits.size(); ++i) {
        REQUIRE(few->hits[i].document.object_id == response->hits[i].document.object_id);
      }
    }
  }
}

}  // namespace
}  // namespace signpost::rank
