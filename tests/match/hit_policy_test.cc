// SPDX-License-Identifier: Apache-2.0
// 1. By information: all words while enough documents hold them, else the least informative are given up first
//    wherever they stand; of long queries a twentieth is enough.
// 2. Words that must all be held, given up from the end or the beginning, or all optional.
// 3. Phrases are held by every hit, also behind more words than there are bits.
// 4. Fewest edits, and one more.
// 5. Every mode equals a count over sets, on random plans and documents.
#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "match/hit_policy.h"
#include "support/seed.h"

namespace signpost::match {
namespace {

using query::Plan;
using query::Slot;
using Words = std::set<std::size_t>;

// A document as the words that it holds and its edits.
struct Doc {
  Words words;
  std::uint32_t edits = 0;
};

Slot Word(double weight = 1, bool stop_word = false, bool quoted = false) {
  Slot slot;
  slot.information_weight = weight;
  slot.stop_word = stop_word;
  slot.quoted = quoted;
  return slot;
}

Plan PlanOf(std::vector<Slot> slots, RemoveWords remove_words = RemoveWords::kByInformation,
            TypoMode typo_mode = TypoMode::kOn) {
  Plan plan;
  plan.slots = std::move(slots);
  plan.remove_words = remove_words;
  plan.typo_mode = typo_mode;
  return plan;
}

bool AnyHolds(const std::vector<Doc>& docs, std::size_t word) {
  return std::any_of(docs.begin(), docs.end(), [&](const Doc& doc) { return doc.words.contains(word); });
}

// Which of `docs`, each of which holds something, are hits.
std::vector<bool> Hits(const Plan& plan, const std::vector<double>& idf, const std::vector<Doc>& docs) {
  Plan with_idf = plan;
  for (std::size_t w = 0; w < plan.slots.size(); ++w) {
    with_idf.slots[w].idf = idf[w];
    if (AnyHolds(docs, w)) with_idf.slots[w].alternatives.emplace_back();
  }
  const HitPolicy policy(with_idf);
  std::vector<Held> held(docs.size());
  for (std::size_t d = 0; d < docs.size(); ++d) {
    for (const std::size_t w : docs[d].words) held[d] += policy.HeldBy(w);
    held[d].edits = docs[d].edits;
  }
  const HitRule rule = policy.Settle(held);
  std::vector<bool> out;
  for (const Held& h : held) out.push_back(rule.IsHit(h));
  return out;
}

std::size_t CountHits(const Plan& plan, const std::vector<double>& idf, const std::vector<Doc>& docs) {
  const std::vector<bool> hits = Hits(plan, idf, docs);
  return static_cast<std::size_t>(std::count(hits.begin(), hits.end(), true));
}

std::vector<Doc> Copies(std::size_t count, const Doc& doc) { return std::vector<Doc>(count, doc); }

std::vector<Doc> Together(std::vector<Doc> a, const std::vector<Doc>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

// The same, by counting.
std::vector<bool> NaiveHits(const Plan& plan, const std::vector<double>& idf, const std::vector<Doc>& docs) {
  Words all, found, quoted;
  double total = 0;
  std::size_t content_words = 0;
  for (std::size_t w = 0; w < plan.slots.size(); ++w) {
    const Slot& slot = plan.slots[w];
    if (slot.information_weight == 0) continue;
    all.insert(w);
    if (slot.quoted) quoted.insert(w);
    if (!AnyHolds(docs, w)) continue;
    found.insert(w);
    total += slot.information_weight * idf[w];
    content_words += slot.stop_word ? 0 : 1;
  }
  auto holds = [](const Doc& doc, Words words, const Words& more) {
    words.insert(more.begin(), more.end());
    return std::includes(doc.words.begin(), doc.words.end(), words.begin(), words.end());
  };
  auto information = [&](const Doc& doc) {
    double sum = 0;
    for (const std::size_t w : doc.words) sum += plan.slots[w].information_weight * idf[w];
    return sum;
  };
  std::vector<std::function<bool(const Doc&)>> attempts;
  if (plan.remove_words == RemoveWords::kByInformation) {
    double bar = 0.05 * total;
    std::vector<double> best;
    for (const Doc& doc : docs) {
      if (holds(doc, quoted, {})) best.push_back(information(doc));
    }
    std::sort(best.begin(), best.end(), std::greater<>());
    if (content_words <= 4 && best.size() >= 30) bar = std::max(bar, best[29]);
    attempts.emplace_back([=](const Doc& doc) {
      return (all.empty() || total > 0) && holds(doc, quoted, {}) && information(doc) >= bar * (1 - 1e-6);
    });
  } else if (plan.remove_words == RemoveWords::kAllOptional) {
    attempts.emplace_back([=](const Doc& doc) { return holds(doc, found, quoted); });
    attempts.emplace_back([=](const Doc& doc) { return holds(doc, {}, quoted); });
  } else {
    attempts.emplace_back([=](const Doc& doc) { return holds(doc, all, quoted); });
    for (int i = 0; i < 5 && all.size() > 1 && plan.remove_words != RemoveWords::kNever; ++i) {
      all.erase(plan.remove_words == RemoveWords::kLastWords ? *all.rbegin() : *all.begin());
      attempts.emplace_back([=](const Doc& doc) { return holds(doc, all, quoted); });
    }
  }
  std::vector<bool> hits(docs.size());
  for (const auto& attempt : attempts) {
    for (std::size_t d = 0; d < docs.size(); ++d) hits[d] = attempt(docs[d]);
    if (std::find(hits.begin(), hits.end(), true) != hits.end()) break;
  }
  std::uint32_t fewest = UINT32_MAX - 1;
  for (std::size_t d = 0; d < docs.size(); ++d) {
    if (hits[d]) fewest = std::min(fewest, docs[d].edits);
  }
  for (std::size_t d = 0; d < docs.size(); ++d) {
    if (plan.typo_mode == TypoMode::kMin && docs[d].edits > fewest) hits[d] = false;
    if (plan.typo_mode == TypoMode::kStrict && docs[d].edits > fewest + 1) hits[d] = false;
  }
  return hits;
}

TEST_CASE("HitPolicy: a short query wants all its words while enough documents hold them", "[match]") {  // 1
  const Plan plan = PlanOf({Word(), Word()});
  const std::vector<double> idf = {1, 3};
  const std::vector<Doc> rest = Together(Copies(50, {{0}}), Copies(20, {{1}}));
  CHECK(CountHits(plan, idf, Together(Copies(30, {{0, 1}}), rest)) == 30);
  CHECK(CountHits(plan, idf, Together(Copies(31, {{0, 1}}), rest)) == 31);
  // One too few: those follow that lack the word that says less, wherever it stands.
  CHECK(CountHits(plan, idf, Together(Copies(29, {{0, 1}}), rest)) == 29 + 20);
  CHECK(CountHits(plan, {3, 1}, Together(Copies(29, {{0, 1}}), rest)) == 29 + 50);
  CHECK(CountHits(plan, idf, Together(Copies(9, {{0, 1}}), rest)) == 9 + 20 + 50);
}

TEST_CASE("HitPolicy: of a long query a twentieth is enough", "[match]") {  // 1
  const std::vector<double> idf = {1.1, 9, 9, 1.1, 0.9};
  const std::vector<Doc> docs = Together(Copies(40, {{0, 1, 2, 3, 4}}), {{{0}}, {{3}}, {{4}}, {{3, 4}}});
  CHECK(CountHits(PlanOf({Word(), Word(), Word(), Word(), Word()}), idf, docs) == 43);  // 0.9 is less than 21.1 / 20
  // A stop word makes no query long, and one that nobody holds neither.
  CHECK(CountHits(PlanOf({Word(), Word(), Word(), Word(), Word(0.2, true)}), idf, docs) == 40);
  CHECK(CountHits(PlanOf({Word(), Word(), Word(), Word(), Word(), Word()}), {1.1, 9, 9, 1.1, 0.9, 5}, docs) == 43);
}

TEST_CASE("HitPolicy: words that decide nothing", "[match]") {  // 1
  const std::vector<Doc> docs = {{{0}}, {{1}}, {{0, 1}}};
  CHECK(Hits(PlanOf({Word(0), Word()}), {1, 1}, docs) == std::vector<bool>{false, true, true});
  CHECK(Hits(PlanOf({Word(0), Word(0)}), {1, 1}, docs) == std::vector<bool>{true, true, true});
  CHECK(Hits(PlanOf({Word(0), Word()}), {1, 1}, {{{0}}}) == std::vector<bool>{false});  // nobody holds what decides
}

TEST_CASE("HitPolicy: all words, or fewer from one end", "[match]") {  // 2
  const std::vector<Slot> words = {Word(), Word(), Word()};
  const std::vector<double> idf = {1, 1, 1};
  const std::vector<Doc> docs = {{{0, 1}}, {{1, 2}}, {{0}}, {{2}}};
  auto hits = [&](RemoveWords mode) { return Hits(PlanOf(words, mode), idf, docs); };
  CHECK(hits(RemoveWords::kNever) == std::vector<bool>{false, false, false, false});
  CHECK(hits(RemoveWords::kLastWords) == std::vector<bool>{true, false, false, false});
  CHECK(hits(RemoveWords::kFirstWords) == std::vector<bool>{false, true, false, false});
  CHECK(hits(RemoveWords::kAllOptional) == std::vector<bool>{true, true, true, true});
  CHECK(Hits(PlanOf(words, RemoveWords::kAllOptional), idf, {{{0, 1, 2}}, {{0, 1}}}) == std::vector<bool>{true, false});
  // A word that nobody holds.
  CHECK(Hits(PlanOf(words, RemoveWords::kNever), idf, {{{0, 1}}}) == std::vector<bool>{false});
  CHECK(Hits(PlanOf(words, RemoveWords::kAllOptional), idf, {{{0, 1}}, {{0}}}) == std::vector<bool>{true, false});
  // At most five are given up, and one stays.
  const std::vector<Slot> seven(7, Word());
  const std::vector<double> idf7(7, 1);
  CHECK(Hits(PlanOf(seven, RemoveWords::kLastWords), idf7, {{{0, 1}}, {{0}}}) == std::vector<bool>{true, false});
  CHECK(Hits(PlanOf(seven, RemoveWords::kLastWords), idf7, {{{0}}}) == std::vector<bool>{false});
  CHECK(Hits(PlanOf({Word(), Word()}, RemoveWords::kLastWords), {1, 1}, {{{1}}}) == std::vector<bool>{false});
}

TEST_CASE("HitPolicy: phrases are held", "[match]") {  // 3
  const RemoveWords mode = GENERATE(RemoveWords::kByInformation, RemoveWords::kNever, RemoveWords::kLastWords,
                                    RemoveWords::kFirstWords, RemoveWords::kAllOptional);
  CAPTURE(static_cast<int>(mode));
  const Plan plan = PlanOf({Word(), Word(1, false, true)}, mode);
  CHECK_FALSE(Hits(plan, {1, 1}, {{{0, 1}}, {{0}}}).at(1));
  CHECK(Hits(plan, {1, 1}, {{{0, 1}}, {{0}}}).at(0));
  CHECK(Hits(plan, {1, 1}, {{{0}}}) == std::vector<bool>{false});  // nobody holds it
  // Behind more words than there are bits.
  std::vector<Slot> slots(80, Word());
  slots.push_back(Word(1, false, true));
  Doc with, without;
  for (std::size_t w = 0; w < 80; ++w) without.words.insert(w);
  with.words = without.words;
  with.words.insert(80);
  CHECK(Hits(PlanOf(slots, mode), std::vector<double>(81, 1), {with, without}) == std::vector<bool>{true, false});
}

TEST_CASE("HitPolicy: fewest edits of all hits", "[match]") {  // 4
  const std::vector<Doc> docs = {{{0, 1}, 1}, {{0, 1}, 2}, {{0, 1}, 3}, {{0}, 0}};
  auto hits = [&](TypoMode mode) { return Hits(PlanOf({Word(), Word()}, RemoveWords::kNever, mode), {1, 1}, docs); };
  CHECK(hits(TypoMode::kOn) == std::vector<bool>{true, true, true, false});
  CHECK(hits(TypoMode::kMin) == std::vector<bool>{true, false, false, false});
  CHECK(hits(TypoMode::kStrict) == std::vector<bool>{true, true, false, false});
}

TEST_CASE("HitPolicy: random plans and documents", "[match]") {  // 5
  const std::uint64_t seed = TestSeed();
  std::mt19937_64 random(seed);
  auto below = [&](std::uint64_t n) { return static_cast<std::size_t>(random() % n); };
  for (int round = 0; round < 4000; ++round) {
    CAPTURE(seed, round);
    std::vector<Slot> slots;
    std::vector<double> idf;
    for (std::size_t n = 1 + below(9); n > 0; --n) {
      const std::size_t kind = below(8);
      slots.push_back(kind == 0   ? Word(0.2, true)
                      : kind == 1 ? Word(0)
                      : kind == 2 ? Word(0.3)
                      : kind == 3 ? Word(1, false, below(3) == 0)
                                  : Word());
      idf.push_back(0.1 + static_cast<double>(below(80)) / 10);
    }
    const Plan plan = PlanOf(slots, static_cast<RemoveWords>(below(5)), static_cast<TypoMode>(below(4)));
    std::vector<Doc> docs(below(3) == 0 ? below(8) : below(150));
    const std::size_t density = 1 + below(4);
    for (Doc& doc : docs) {
      for (std::size_t w = 0; w < slots.size(); ++w) {
        if (below(4) < density) doc.words.insert(w);
      }
      doc.words.insert(below(slots.size()));
      doc.edits = static_cast<std::uint32_t>(below(4));
    }
    REQUIRE(Hits(plan, idf, docs) == NaiveHits(plan, idf, docs));
  }
}

}  // namespace
}  // namespace signpost::match
