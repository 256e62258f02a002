// SPDX-License-Identifier: Apache-2.0
// 1. What is appended is read back, block by block: documents and impacts, in order, of lists of every length.
// 2. Seek stands at the first document that is not before the target.
// 3. No impact is above the largest.
// 4. Damaged bytes end the list early and never lead outside it.
// 5. Numbers of every width are packed and unpacked.
#include "postings/posting_list.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "postings/impact.h"
#include "support/seed.h"

using signpost::postings::AppendPostings;
using signpost::postings::PostingCursor;

namespace {

struct List {
  std::vector<std::uint32_t> docs;
  std::vector<std::uint8_t> impacts;
  std::uint32_t doc_count = 0;
  std::string bytes;

  PostingCursor Cursor() const { return {bytes, static_cast<std::uint32_t>(docs.size()), doc_count}; }
};

List RandomList(std::mt19937_64& random) {
  List list;
  const std::uint64_t length = random() % 3 == 0 ? random() % 5 : random() % 1000;
  const std::uint64_t gap = std::uint64_t{1} << random() % 16;
  std::uint32_t doc = static_cast<std::uint32_t>(random() % gap);
  for (std::uint64_t i = 0; i < length; ++i) {
    list.docs.push_back(doc);
    list.impacts.push_back(static_cast<std::uint8_t>(1 + random() % 255));
    doc += 1 + static_cast<std::uint32_t>(random() % gap);
  }
  list.doc_count = doc + 1;
  signpost::ByteWriter out;
  AppendPostings(list.docs, list.impacts, list.doc_count, &out);
  list.bytes = out.Take();
  return list;
}

}  // namespace

TEST_CASE("PostingCursor: reads back what was appended", "[postings]") {  // 1, 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 300; ++round) {
    const List list = RandomList(random);
    PostingCursor cursor = list.Cursor();
    std::vector<std::uint32_t> docs;
    std::vector<std::uint8_t> impacts;
    while (cursor.NextBlock()) {
      docs.insert(docs.end(), cursor.docs().begin(), cursor.docs().end());
      impacts.insert(impacts.end(), cursor.impacts().begin(), cursor.impacts().end());
    }
    CHECK_FALSE(cursor.NextBlock());
    CHECK_FALSE(cursor.Seek(0));
    REQUIRE(docs == list.docs);
    REQUIRE(impacts == list.impacts);
    for (const std::uint8_t impact : impacts) {
      REQUIRE((impact & 0x7F) <= cursor.largest_impact((impact & signpost::postings::kTitleBit) != 0));
    }
  }
}

TEST_CASE("PostingCursor: seeks", "[postings]") {  // 2
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 300; ++round) {
    const List list = RandomList(random);
    PostingCursor cursor = list.Cursor();
    const std::uint64_t step = 1 + random() % (list.doc_count / 4 + 2);
    for (std::uint64_t target = random() % step; target < list.doc_count + 2 * step; target += 1 + random() % step) {
      const auto expected = std::lower_bound(list.docs.begin(), list.docs.end(), target);
      REQUIRE(cursor.Seek(static_cast<std::uint32_t>(target)) == (expected != list.docs.end()));
      if (expected == list.docs.end()) break;
      REQUIRE(cursor.docs()[cursor.place()] == *expected);
      REQUIRE(cursor.impacts()[cursor.place()] == list.impacts[static_cast<std::size_t>(expected - list.docs.begin())]);
    }
  }
}

TEST_CASE("PostingCursor: damaged bytes end the list", "[postings]") {  // 4
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 3000; ++round) {
    List list = RandomList(random);
    for (int i = 0; i < 3 && !list.bytes.empty(); ++i) {
      list.bytes[random() % list.bytes.size()] = static_cast<char>(random());
    }
    if (random() % 2 == 0 && !list.bytes.empty()) list.bytes.resize(random() % list.bytes.size());
    PostingCursor cursor = list.Cursor();
    std::size_t read = 0;
    while (cursor.NextBlock()) {
      for (const std::uint32_t doc : cursor.docs()) REQUIRE(doc < list.doc_count);
      read += cursor.docs().size();
    }
    REQUIRE(read <= list.doc_count);
    PostingCursor seeking = list.Cursor();
    for (std::uint32_t target = 0; seeking.Seek(target); target += 1 + static_cast<std::uint32_t>(random() % 999)) {
      REQUIRE(seeking.docs()[std::min(seeking.place(), seeking.docs().size() - 1)] < list.doc_count);
    }
  }
}

TEST_CASE("PackBlock: every width", "[postings]") {  // 5
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int width = 0; width <= 32; ++width) {
    CAPTURE(width);
    std::vector<std::uint32_t> numbers(signpost::postings::kBlockSize);
    for (std::uint32_t& number : numbers) {
      number = static_cast<std::uint32_t>(random() & ((std::uint64_t{1} << width) - 1));
    }
    signpost::ByteWriter block, packed;
    signpost::postings::PackBlock(numbers, width, &block);
    REQUIRE(block.size() == signpost::postings::PackedBlockBytes(width));
    std::vector<std::uint32_t> ascending(numbers.size());
    signpost::postings::UnpackAscending(block.view().data(), width, 7, ascending.data());
    std::uint32_t next = 7;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      REQUIRE(ascending[i] == next + numbers[i]);
      next = ascending[i] + 1;
    }
    signpost::postings::Pack(numbers, width, &packed);
    REQUIRE(packed.size() == signpost::postings::PackedBytes(numbers.size(), width));
    const signpost::postings::PackedArray array(packed.view(), width);
    for (std::size_t i = 0; i < numbers.size(); ++i) REQUIRE(array[i] == numbers[i]);
  }
}
