// SPDX-License-Identifier: Apache-2.0
// 1. What is appended is read back: documents, frequencies by field, positions and spans, in order.
// 2. SeekTo stands where a walk with Next would stand first.
// 3. Damaged bytes end the list early and never lead outside it.
#include "postings/posting_list.h"

#include <map>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "support/seed.h"

using signpost::DocId;
using signpost::FieldId;
using signpost::Raw;
using signpost::postings::Occurrence;
using signpost::postings::PostingCursor;

namespace {

constexpr std::uint32_t kDocs = 500;

struct List {
  std::map<std::uint32_t, std::vector<Occurrence>> expected;
  std::string documents;
  std::string positions;
};

List RandomList(std::mt19937_64& random) {
  List list;
  signpost::ByteWriter documents, positions;
  std::uint32_t previous = UINT32_MAX;
  for (std::uint32_t doc = 0; doc < kDocs; ++doc) {
    if (random() % 3 != 0) continue;
    std::vector<Occurrence> occurrences;
    for (std::uint8_t field = 0; field < 16; ++field) {
      std::uint32_t position = 0;
      for (std::uint64_t n = random() % 8 == 0 ? random() % 4 : 0; n > 0; --n) {
        position += 1 + static_cast<std::uint32_t>(random() % 300);
        occurrences.push_back({FieldId{field}, position, static_cast<std::uint16_t>(random() % 5 == 0 ? 3 : 1)});
      }
    }
    if (occurrences.empty()) continue;
    AppendPosting(previous, doc, occurrences, &documents, &positions);
    previous = doc;
    list.expected[doc] = occurrences;
  }
  list.documents = documents.Take();
  list.positions = positions.Take();
  return list;
}

bool Equal(const std::vector<Occurrence>& a, const std::vector<Occurrence>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Occurrence& x, const Occurrence& y) {
    return x.field == y.field && x.position == y.position && x.span == y.span;
  });
}

}  // namespace

TEST_CASE("PostingCursor: reads back what was appended", "[postings]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 20; ++round) {
    const List list = RandomList(random);
    PostingCursor cursor({list.documents, list.positions}, kDocs);
    for (const auto& [doc, occurrences] : list.expected) {
      REQUIRE(cursor.Next());
      CHECK(Raw(cursor.doc()) == doc);
      std::vector<Occurrence> read;
      cursor.AppendOccurrences(&read);
      CHECK(Equal(read, occurrences));
      for (std::uint8_t field = 0; field < 16; ++field) {
        const auto count = std::count_if(occurrences.begin(), occurrences.end(),
                                         [&](const Occurrence& o) { return o.field == FieldId{field}; });
        CHECK(cursor.frequency(FieldId{field}) == static_cast<std::uint32_t>(count));
      }
    }
    CHECK_FALSE(cursor.Next());
    CHECK_FALSE(cursor.Next());

    PostingCursor seeking({list.documents, list.positions}, kDocs);
    for (std::uint32_t target = static_cast<std::uint32_t>(random() % 40); target < kDocs + 20;
         target += static_cast<std::uint32_t>(random() % 40)) {
      const auto expected = list.expected.lower_bound(target);
      REQUIRE(seeking.SeekTo(DocId{target}) == (expected != list.expected.end()));
      if (expected == list.expected.end()) break;
      CHECK(Raw(seeking.doc()) == expected->first);
    }
  }
}

TEST_CASE("PostingCursor: damaged bytes end the list", "[postings]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const List list = RandomList(random);
  for (int round = 0; round < 2000; ++round) {
    std::string documents = list.documents, positions = list.positions;
    for (int i = 0; i < 3; ++i) documents[random() % documents.size()] = static_cast<char>(random());
    positions[random() % positions.size()] = static_cast<char>(random());
    if (random() % 2 == 0) documents.resize(random() % documents.size());
    PostingCursor cursor({documents, positions}, kDocs);
    std::vector<Occurrence> read;
    std::uint32_t last = 0;
    std::size_t steps = 0;
    while (cursor.Next()) {
      REQUIRE(Raw(cursor.doc()) < kDocs);
      REQUIRE((steps == 0 || Raw(cursor.doc()) > last));
      last = Raw(cursor.doc());
      cursor.AppendOccurrences(&read);
      ++steps;
    }
    REQUIRE(read.size() <= positions.size() * steps);
  }
}
