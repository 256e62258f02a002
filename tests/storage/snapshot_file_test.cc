// SPDX-License-Identifier: Apache-2.0
// 1. What WriteSnapshot wrote, ParseSnapshot reads back: fingerprint, sections, their order; each begins at a multiple
//    of kSectionAlignment.
// 2. The same input gives the same bytes; two sections of one name are refused.
// 3. Any cut, any byte behind the end and any flipped bit is refused with DataLoss or FailedPrecondition.
// 4. Another kind of file and another format version are refused by name.
// 5. A table with a correct checksum is still checked: sections out of place, overlapping, beyond the end, named twice.
#include <catch2/catch.hpp>

#include <cstring>
#include <string>

#include <xxhash.h>

#include "base/bytes.h"
#include "storage/file.h"
#include "storage/snapshot_file.h"
#include "storage/temporary_folder.h"

namespace signpost::storage {
namespace {

using Catch::Matchers::Contains;

std::string MakeSnapshot(std::string_view fingerprint, const std::vector<Section>& sections) {
  const TemporaryFolder folder;
  const std::string path = folder / "index.signpost";
  const absl::Status status = WriteSnapshot(path, fingerprint, sections);
  REQUIRE(status.ok());
  REQUIRE(folder.entry_count() == 1);
  return ReadAll(path);
}

std::string Small() {
  return MakeSnapshot("icu 72",
                      {{1, 0, "settings"}, {2, 1, std::string_view("lexicon\0", 8)}, {3, 1, ""}, {2, 2, "x"}});
}

// In a heap block of its own, so that the address sanitizer sees a read past the end.
absl::Status Parse(std::string_view bytes) {
  const std::vector<char> block(bytes.begin(), bytes.end());
  return ParseSnapshot({block.data(), block.size()}).status();
}

bool Refused(const absl::Status& status) {
  return status.code() == absl::StatusCode::kDataLoss || status.code() == absl::StatusCode::kFailedPrecondition;
}

TEST_CASE("Snapshot: round trip", "[storage]") {  // 1
  const std::string large(100'000, 'l');
  const std::vector<std::vector<Section>> layouts = {
      {},
      {{1, 0, ""}},
      {{7, 0, "a"}},
      {{1, 0, "settings"}, {2, 1, "lexicon"}, {3, 1, ""}, {2, 2, large}, {9, 3, std::string_view("\0\0", 2)}},
  };
  for (const auto& sections : layouts) {
    for (std::string_view fingerprint : {"", "icu 72.1, snowball 2.2"}) {
      const std::string bytes = MakeSnapshot(fingerprint, sections);
      const auto snapshot = ParseSnapshot(bytes);
      REQUIRE(snapshot.ok());
      REQUIRE(snapshot->fingerprint == fingerprint);
      REQUIRE(snapshot->sections.size() == sections.size());
      for (std::size_t i = 0; i < sections.size(); ++i) {
        const Section& read = snapshot->sections[i];
        REQUIRE(read.kind == sections[i].kind);
        REQUIRE(read.group == sections[i].group);
        REQUIRE(read.bytes == sections[i].bytes);
        REQUIRE(static_cast<std::size_t>(read.bytes.data() - bytes.data()) % kSectionAlignment == 0);
        REQUIRE(*snapshot->Find(sections[i].kind, sections[i].group) == sections[i].bytes);
      }
      REQUIRE(snapshot->Find(77, 0) == nullptr);
    }
  }
}

TEST_CASE("Snapshot: same input, same bytes", "[storage]") {  // 2
  CHECK(Small() == Small());
  const TemporaryFolder folder;
  CHECK(WriteSnapshot(folder / "x", "", {{1, 1, "a"}, {2, 1, "b"}, {1, 1, "c"}}).code() ==
        absl::StatusCode::kInvalidArgument);
  CHECK(folder.entry_count() == 0);
}

TEST_CASE("Snapshot: damage is refused", "[storage]") {  // 3
  const std::string good = Small();
  REQUIRE(Parse(good).ok());
  for (std::size_t n = 0; n < good.size(); ++n) {
    CAPTURE(n);
    REQUIRE(Refused(Parse(good.substr(0, n))));
  }
  CHECK(Parse("").code() == absl::StatusCode::kDataLoss);
  CHECK(Parse(good.substr(0, 200)).code() == absl::StatusCode::kDataLoss);
  CHECK(Parse(good + '\0').code() == absl::StatusCode::kDataLoss);
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    CAPTURE(bit);
    std::string bytes = good;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
    REQUIRE(Refused(Parse(bytes)));
  }
}

TEST_CASE("Snapshot: other files and other versions", "[storage]") {  // 4
  const absl::Status text = Parse("{\"not\": \"a snapshot\"}");
  CHECK(text.code() == absl::StatusCode::kFailedPrecondition);
  CHECK_THAT(std::string(text.message()), Contains("not a snapshot"));
  CHECK(Parse("{}").code() == absl::StatusCode::kFailedPrecondition);

  std::string newer = Small();
  newer[8] = 9;
  const absl::Status version = Parse(newer);
  CHECK(version.code() == absl::StatusCode::kFailedPrecondition);
  CHECK_THAT(std::string(version.message()), Contains("version 9") && Contains("version 4"));
}

struct Entry {
  std::uint32_t kind;
  std::uint32_t group;
  std::uint64_t offset;
  std::uint64_t length;
};

// A file of 256 bytes with sections of its last 128, whose checksums are correct wherever they lie within the file.
std::string Forge(const std::vector<Entry>& entries, std::uint64_t fingerprint_size = 0) {
  std::string body;
  for (char c = 0; c < 127; ++c) body += c;
  body += 'x';
  const std::string file = std::string(128, '\0') + body;
  ByteWriter head;
  head.Raw("SGNPST\r\n");
  head.Fixed(std::uint32_t{4});
  head.Fixed(static_cast<std::uint32_t>(entries.size()));
  head.Fixed(std::uint64_t{256});
  head.Fixed(fingerprint_size);
  for (const Entry& e : entries) {
    const std::string bytes = e.offset < 256 ? file.substr(e.offset, e.length) : "";
    head.Fixed(e.kind);
    head.Fixed(e.group);
    head.Fixed(e.offset);
    head.Fixed(e.length);
    head.Fixed(static_cast<std::uint64_t>(XXH3_64bits(bytes.data(), bytes.size())));
  }
  head.Fixed(static_cast<std::uint64_t>(XXH3_64bits(head.view().data(), head.size())));
  return std::string(head.view()) + file.substr(head.size());
}

TEST_CASE("Snapshot: forged tables are refused", "[storage]") {  // 5
  REQUIRE(Parse(Forge({{1, 0, 128, 64}, {2, 0, 192, 64}})).ok());
  REQUIRE(Parse(Forge({{1, 0, 128, 128}})).ok());
  const std::vector<std::vector<Entry>> bad = {
      {},
      {{1, 0, 128, 64}},                    // bytes left over
      {{2, 0, 192, 64}, {1, 0, 128, 64}},   // descending
      {{1, 0, 128, 128}, {2, 0, 192, 64}},  // overlapping
      {{1, 0, 128, 64}, {1, 0, 192, 64}},   // named twice
      {{1, 0, 129, 127}},                   // not aligned
      {{1, 0, 128, 129}},                   // beyond the end
      {{1, 0, 128, ~std::uint64_t{0}}},     // overflowing
      {{1, 0, ~std::uint64_t{63}, 64}},     // far beyond the end
      {{1, 0, 192, 64}},                    // a gap
      {{1, 0, 64, 192}},                    // over the header's own checksum
  };
  for (const auto& entries : bad) CHECK(Parse(Forge(entries)).code() == absl::StatusCode::kDataLoss);
  CHECK(Parse(Forge({{1, 0, 128, 128}}, ~std::uint64_t{0})).code() == absl::StatusCode::kDataLoss);
  CHECK(Parse(Forge({{1, 0, 128, 128}}, 500)).code() == absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace signpost::storage
