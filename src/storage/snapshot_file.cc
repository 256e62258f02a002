// SPDX-License-Identifier: Apache-2.0
#include "storage/snapshot_file.h"

#include <algorithm>
#include <utility>

#include <xxhash.h>

#include "base/bytes.h"
#include "base/status.h"
#include "base/strings.h"
#include "storage/file.h"

namespace signpost::storage {
namespace {

// The carriage return and line feed show a transfer that converted line ends.
constexpr std::string_view kMagic = "SGNPST\r\n";
constexpr std::uint32_t kFormatVersion = 4;

constexpr std::size_t kVersionEnd = 12;
constexpr std::size_t kFixedHeaderBytes = 32;
constexpr std::size_t kTableEntryBytes = 32;
constexpr std::size_t kChecksumBytes = 8;

std::uint64_t Checksum(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::uint64_t AlignUp(std::uint64_t offset) {
  return (offset + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment;
}

std::uint64_t HeadSize(std::size_t section_count, std::size_t fingerprint_size) {
  return kFixedHeaderBytes + section_count * kTableEntryBytes + fingerprint_size + kChecksumBytes;
}

struct TableEntry {
  std::uint32_t kind = 0;
  std::uint32_t group = 0;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
  std::uint64_t checksum = 0;
};

std::string Describe(const TableEntry& e) {
  return StrCat("section of kind ", e.kind, ", group ", e.group, ", offset ", e.offset, ", length ", e.length);
}

bool HasDuplicates(const std::vector<Section>& sections) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> names;
  names.reserve(sections.size());
  for (const Section& s : sections) names.emplace_back(s.group, s.kind);
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

std::vector<TableEntry> LayOut(std::string_view fingerprint, const std::vector<Section>& sections) {
  std::vector<TableEntry> table;
  std::uint64_t end = HeadSize(sections.size(), fingerprint.size());
  for (const Section& s : sections) {
    table.push_back({s.kind, s.group, AlignUp(end), s.bytes.size(), Checksum(s.bytes)});
    end = table.back().offset + s.bytes.size();
  }
  return table;
}

std::string MakeHead(std::string_view fingerprint, const std::vector<TableEntry>& table) {
  std::uint64_t file_size = table.empty() ? HeadSize(0, fingerprint.size()) : table.back().offset + table.back().length;
  ByteWriter head;
  head.Raw(kMagic);
  head.Fixed(kFormatVersion);
  head.Fixed(static_cast<std::uint32_t>(table.size()));
  head.Fixed(file_size);
  head.Fixed(static_cast<std::uint64_t>(fingerprint.size()));
  for (const TableEntry& e : table) {
    head.Fixed(e.kind);
    head.Fixed(e.group);
    head.Fixed(e.offset);
    head.Fixed(e.length);
    head.Fixed(e.checksum);
  }
  head.Raw(fingerprint);
  head.Fixed(Checksum(head.view()));
  return head.Take();
}

absl::Status CheckMagicAndVersion(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, kMagic.size());
  if (start != kMagic.substr(0, start.size())) {
    return absl::FailedPreconditionError("not a snapshot: it does not begin with \"SGNPST\"");
  }
  if (bytes.size() < kVersionEnd) return DataLoss("cut short: ", bytes.size(), " bytes are less than a header");
  const auto version = FixedArray<std::uint32_t>(bytes.substr(kMagic.size(), 4))[0];
  if (version != kFormatVersion) {
    return absl::FailedPreconditionError(
        StrCat("snapshot of format version ", version, "; this program reads version ", kFormatVersion));
  }
  return absl::OkStatus();
}

struct Head {
  std::vector<TableEntry> table;
  std::string_view fingerprint;
  std::uint64_t size = 0;
};

absl::StatusOr<Head> ParseHead(std::string_view bytes) {
  SIGNPOST_RETURN_IF_ERROR(CheckMagicAndVersion(bytes));
  ByteReader in(bytes);
  in.Raw(kVersionEnd);
  const auto section_count = in.Fixed<std::uint32_t>();
  const auto file_size = in.Fixed<std::uint64_t>();
  const auto fingerprint_size = in.Fixed<std::uint64_t>();
  if (!in.ok()) return DataLoss("cut short: ", bytes.size(), " bytes are less than a header");
  if (file_size != bytes.size()) {
    return DataLoss("the header at offset 16 says ", file_size, " bytes, there are ", bytes.size());
  }
  const std::string_view table = in.Raw(std::uint64_t{section_count} * kTableEntryBytes);
  Head head;
  head.fingerprint = in.Raw(fingerprint_size);
  const std::uint64_t checksum_offset = bytes.size() - in.remaining();
  const auto checksum = in.Fixed<std::uint64_t>();
  if (!in.ok()) {
    return DataLoss("the header tells of ", section_count, " sections and a fingerprint of ", fingerprint_size,
                    " bytes, more than the file of ", bytes.size(), " bytes can hold");
  }
  if (Checksum(bytes.substr(0, checksum_offset)) != checksum) {
    return DataLoss("header and section table: the checksum at offset ", checksum_offset, " differs");
  }
  ByteReader entries(table);
  for (std::uint32_t i = 0; i < section_count; ++i) {
    TableEntry e;
    e.kind = entries.Fixed<std::uint32_t>();
    e.group = entries.Fixed<std::uint32_t>();
    e.offset = entries.Fixed<std::uint64_t>();
    e.length = entries.Fixed<std::uint64_t>();
    e.checksum = entries.Fixed<std::uint64_t>();
    head.table.push_back(e);
  }
  head.size = checksum_offset + kChecksumBytes;
  return head;
}

// Sections stand one after the other with the least padding, which is zero: so every bit of the file is checked.
absl::Status CheckSection(std::string_view bytes, std::uint64_t previous_end, const TableEntry& e) {
  if (e.offset != AlignUp(previous_end) || e.offset > bytes.size() || e.length > bytes.size() - e.offset) {
    return DataLoss(Describe(e), ": it should begin at offset ", AlignUp(previous_end), " and end within ",
                    bytes.size(), " bytes");
  }
  const std::string_view padding = bytes.substr(previous_end, e.offset - previous_end);
  if (padding.find_first_not_of('\0') != padding.npos) {
    return DataLoss(Describe(e), ": the padding before it is not zero");
  }
  if (Checksum(bytes.substr(e.offset, e.length)) != e.checksum) return DataLoss(Describe(e), ": the checksum differs");
  return absl::OkStatus();
}

}  // namespace

absl::Status WriteSnapshot(std::string_view path, std::string_view fingerprint, const std::vector<Section>& sections) {
  if (HasDuplicates(sections)) {
    return InvalidArgument("cannot write \"", path, "\": two sections of one kind and group");
  }
  static constexpr char kZeros[kSectionAlignment] = {};
  const std::vector<TableEntry> table = LayOut(fingerprint, sections);
  const std::string head = MakeHead(fingerprint, table);
  std::vector<std::string_view> parts = {head};
  std::uint64_t end = head.size();
  for (std::size_t i = 0; i < sections.size(); ++i) {
    parts.emplace_back(kZeros, table[i].offset - end);
    parts.push_back(sections[i].bytes);
    end = table[i].offset + table[i].length;
  }
  return ReplaceFile(path, parts);
}

const std::string_view* Snapshot::Find(std::uint32_t kind, std::uint32_t group) const {
  for (const Section& s : sections) {
    if (s.kind == kind && s.group == group) return &s.bytes;
  }
  return nullptr;
}

absl::StatusOr<Snapshot> ParseSnapshot(std::string_view bytes) {
  SIGNPOST_ASSIGN_OR_RETURN(const Head head, ParseHead(bytes));
  Snapshot snapshot;
  snapshot.fingerprint = head.fingerprint;
  std::uint64_t end = head.size;
  for (const TableEntry& e : head.table) {
    SIGNPOST_RETURN_IF_ERROR(CheckSection(bytes, end, e));
    snapshot.sections.push_back({e.kind, e.group, bytes.substr(e.offset, e.length)});
    end = e.offset + e.length;
  }
  if (end != bytes.size()) return DataLoss(bytes.size() - end, " bytes follow the last section at offset ", end);
  if (HasDuplicates(snapshot.sections)) return DataLoss("the section table names one kind and group twice");
  return snapshot;
}

}  // namespace signpost::storage
