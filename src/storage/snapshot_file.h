// SPDX-License-Identifier: Apache-2.0
// snapshot_file.h — a file of named, checksummed sections; docs/format.md describes it byte by byte.
//
// Not here: what the sections mean (segment/, index/).
// Trust:    checksums guard against accident. Whoever reads a section still bounds-checks it against malice.
#ifndef SIGNPOST_STORAGE_SNAPSHOT_FILE_H_
#define SIGNPOST_STORAGE_SNAPSHOT_FILE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

namespace signpost::storage {

// Section alignment in the file, bytes.
inline constexpr std::size_t kSectionAlignment = 64;

struct Section {
  std::uint32_t kind = 0;   // what it is: a number of its owner
  std::uint32_t group = 0;  // which one: 0 for the index itself, else the segment, from 1
  std::string_view bytes;
};

// Lays a snapshot out and replaces the file at `path` by it. `fingerprint` names the text analysis that made it.
// REQUIRES: (kind, group) unique. The same input gives the same bytes.
absl::Status WriteSnapshot(std::string_view path, std::string_view fingerprint, const std::vector<Section>& sections);

struct Snapshot {
  std::string_view fingerprint;
  std::vector<Section> sections;  // in file order, views into the bytes given

  // Returns the section's bytes, or null when the snapshot has none such.
  const std::string_view* Find(std::uint32_t kind, std::uint32_t group) const;
};

// Reads the layout of a snapshot and verifies every checksum. `bytes` must outlive the result. Messages name what is
// wrong and the offset, not the path. FailedPrecondition: not a snapshot, or of another format version (says which).
// DataLoss: cut short, or a checksum differs.
absl::StatusOr<Snapshot> ParseSnapshot(std::string_view bytes);

}  // namespace signpost::storage

#endif  // SIGNPOST_STORAGE_SNAPSHOT_FILE_H_
