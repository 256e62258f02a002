// SPDX-License-Identifier: Apache-2.0
// 1. A set of documents holds what it was made of, in each of its forms, and combines as sets do.
// 2. Its bytes read back as the set.
// 3. Bytes that are no set of the segment's documents are refused, whatever they are; those accepted decode.
#include "segment/doc_set.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "support/seed.h"

using signpost::ByteWriter;
using signpost::DocId;
using signpost::Raw;
using signpost::segment::DocBits;
using signpost::segment::DocSet;
using signpost::segment::EncodedDocSet;

namespace {

std::vector<DocId> RandomDocs(std::uint32_t doc_count, std::mt19937_64* random) {
  const std::uint64_t every = std::uint64_t{1} << ((*random)() % 12);
  std::vector<DocId> out;
  for (std::uint32_t d = 0; d < doc_count; ++d) {
    if ((*random)() % every == 0) out.push_back(DocId{d});
  }
  return out;
}

template <typename Combine>
std::vector<DocId> Combined(const std::vector<DocId>& a, const std::vector<DocId>& b, Combine combine) {
  std::vector<DocId> out;
  combine(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

}  // namespace

TEST_CASE("DocSet: 1, 2: combines, converts and reads back as the documents it was made of", "[segment]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 60; ++round) {
    const auto doc_count = static_cast<std::uint32_t>(1 + random() % 200'000);
    const std::vector<DocId> a = RandomDocs(doc_count, &random);
    const std::vector<DocId> b = RandomDocs(doc_count, &random);
    CAPTURE(round, doc_count, a.size(), b.size());
    const DocSet set = DocSet::Of(a);
    REQUIRE(set.ToVector() == a);
    REQUIRE(set.count() == a.size());
    REQUIRE(DocSet::Of(set.ToBits(doc_count)) == set);

    DocSet both = set;
    both.And(DocSet::Of(b));
    REQUIRE(both.ToVector() == Combined(a, b, [](auto... i) { std::set_intersection(i...); }));
    REQUIRE(set.CountAnd(DocSet::Of(b)) == both.count());
    DocSet either = set;
    either.Or(DocSet::Of(b));
    REQUIRE(either.ToVector() == Combined(a, b, [](auto... i) { std::set_union(i...); }));
    DocSet rest = DocSet::All(doc_count);
    rest.AndNot(set);
    REQUIRE(rest.count() == doc_count - a.size());

    ByteWriter out;
    EncodedDocSet::Append(a, &out);
    REQUIRE(EncodedDocSet::Check(out.view(), doc_count).ok());
    const EncodedDocSet encoded(out.view());
    REQUIRE(encoded.count() == a.size());
    REQUIRE(encoded.Decode() == set);
    if (!a.empty()) REQUIRE_FALSE(EncodedDocSet::Check(out.view(), Raw(a.back())).ok());
  }
}

TEST_CASE("DocSet: 3: damaged bytes are refused or are a set of the segment's documents", "[segment]") {
  const std::uint64_t seed = TestSeed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int round = 0; round < 3000; ++round) {
    const auto doc_count = static_cast<std::uint32_t>(1 + random() % 100'000);
    ByteWriter out;
    EncodedDocSet::Append(RandomDocs(doc_count, &random), &out);
    std::string bytes = out.Take();
    for (std::size_t i = 0, n = 1 + random() % 3; i < n; ++i) {
      // The head is where most of what can go wrong is said.
      const std::size_t bound = random() % 2 == 0 ? std::min<std::size_t>(bytes.size(), 64) : bytes.size();
      bytes[random() % bound] = static_cast<char>(random());
    }
    if (random() % 4 == 0) bytes.resize(random() % bytes.size());
    if (!EncodedDocSet::Check(bytes, doc_count).ok()) continue;
    const EncodedDocSet encoded(bytes);
    const std::vector<DocId> docs = encoded.Decode().ToVector();
    REQUIRE(docs.size() == encoded.count());
    REQUIRE(std::is_sorted(docs.begin(), docs.end()));
    REQUIRE((docs.empty() || Raw(docs.back()) < doc_count));
  }
}
