// SPDX-License-Identifier: Apache-2.0
// ids.h — numbers that must not be mixed up, each a type of its own. Raw(id) gives the number back.
#ifndef SIGNPOST_BASE_IDS_H_
#define SIGNPOST_BASE_IDS_H_

#include <cstdint>

namespace signpost {

enum class DocId : std::uint32_t {};    // a document within one segment, in order of static rank
enum class TermId : std::uint32_t {};   // a term within one segment's lexicon, in byte order
enum class ClassId : std::uint32_t {};  // a stem class within one segment's lexicon, in byte order of the stems
enum class FieldId : std::uint8_t {};   // a searchable attribute, in the order of the settings

template <typename Id>
constexpr std::uint32_t Raw(Id id) {
  return static_cast<std::uint32_t>(id);
}

}  // namespace signpost

#endif  // SIGNPOST_BASE_IDS_H_
