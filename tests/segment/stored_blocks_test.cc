// SPDX-License-Identifier: Apache-2.0
// 1. Documents of every size read back as they were, whatever block they begin and end in, in any order.
// 2. What repeats gets smaller, what does not stays as it is.
// 3. Damaged bytes are refused, or give some bytes and never lead outside the segment's.
#include "segment/stored_blocks.h"

#include <random>

#include <catch2/catch.hpp>

#include "support/seed.h"

using signpost::DocId;
using signpost::segment::kStoredBlockBytes;
using signpost::segment::StoredBlocks;
using signpost::segment::StoredBlocksBuilder;
using signpost::segment::StoredBuffer;

namespace {

StoredBlocksBuilder::Bytes Build(const std::vector<std::string>& documents) {
  StoredBlocksBuilder builder;
  for (const std::string& document : documents) builder.Add(document);
  return builder.Finish();
}

StoredBlocks Open(const StoredBlocksBuilder::Bytes& bytes, std::size_t documents) {
  return {bytes.document_ends, bytes.block_ends, bytes.blocks, static_cast<std::uint32_t>(documents)};
}

std::string Words(std::size_t size, std::mt19937_64* random) {
  std::string out;
  while (out.size() < size) out += "word" + std::to_string((*random)() % 300) + ' ';
  out.resize(size);
  return out;
}

std::string Noise(std::size_t size, std::mt19937_64* random) {
  std::string out;
  while (out.size() < size) out += static_cast<char>((*random)());
  return out;
}

}  // namespace

TEST_CASE("StoredBlocks: reads back what was added", "[segment]") {  // 1
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::vector<std::string> documents;
  for (std::size_t size : {1, 430, 2000, 8191, 8192, 8193, 20'000, 100'000}) {
    documents.push_back(Words(size, &random));
    documents.push_back(Noise(size, &random));
  }
  for (int i = 0; i < 100; ++i) documents.push_back(Words(1 + random() % 1000, &random));
  std::shuffle(documents.begin(), documents.end(), random);
  const StoredBlocksBuilder::Bytes bytes = Build(documents);
  const StoredBlocks blocks = Open(bytes, documents.size());
  REQUIRE(blocks.Check().ok());
  StoredBuffer buffer;
  for (int round = 0; round < 1000; ++round) {
    const auto doc = static_cast<std::uint32_t>(random() % documents.size());
    REQUIRE(blocks.Read(DocId{doc}, &buffer) == documents[doc]);
  }
}

TEST_CASE("StoredBlocks: of nothing and of whole blocks", "[segment]") {  // 1
  const StoredBlocksBuilder::Bytes none = Build({});
  CHECK(none.blocks.empty());
  CHECK(Open(none, 0).Check().ok());
  const std::vector<std::string> one = {std::string(2 * kStoredBlockBytes, 'x')};
  const StoredBlocksBuilder::Bytes bytes = Build(one);
  const StoredBlocks blocks = Open(bytes, 1);
  REQUIRE(blocks.Check().ok());
  StoredBuffer buffer;
  CHECK(blocks.Read(DocId{0}, &buffer) == one[0]);
}

TEST_CASE("StoredBlocks: compresses what can be", "[segment]") {  // 2
  std::mt19937_64 random(1);
  CHECK(Build({Words(50'000, &random)}).blocks.size() < 20'000);
  CHECK(Build({Noise(50'000, &random)}).blocks.size() == 50'000);
}

TEST_CASE("StoredBlocks: damaged bytes are refused or read without harm", "[segment]") {  // 3
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::vector<std::string> documents;
  for (int i = 0; i < 60; ++i) {
    documents.push_back(i % 9 == 0 ? Noise(random() % 9000 + 1, &random) : Words(random() % 3000 + 1, &random));
  }
  const StoredBlocksBuilder::Bytes good = Build(documents);
  int opened = 0;
  for (int round = 0; round < 3000; ++round) {
    CAPTURE(round);
    StoredBlocksBuilder::Bytes bytes = good;
    for (std::uint64_t n = 1 + random() % 4; n > 0; --n) {
      std::string* part = random() % 4 == 0   ? &bytes.document_ends
                          : random() % 4 == 0 ? &bytes.block_ends
                                              : &bytes.blocks;
      if (part->empty()) continue;
      (*part)[random() % part->size()] = static_cast<char>(random());
      if (random() % 16 == 0) part->resize(random() % part->size());
    }
    // In blocks of their own, so that a read past their end is seen.
    const std::vector<char> content(bytes.blocks.begin(), bytes.blocks.end());
    const StoredBlocks blocks(bytes.document_ends, bytes.block_ends, {content.data(), content.size()}, 60);
    if (!blocks.Check().ok()) continue;
    ++opened;
    StoredBuffer buffer;
    for (std::uint32_t doc = 0; doc < 60; ++doc) {
      const std::string read(blocks.Read(DocId{doc}, &buffer));
      REQUIRE(read.size() <= 255 * bytes.blocks.size());
    }
  }
  CHECK(opened > 100);
}
