// SPDX-License-Identifier: Apache-2.0
#include "segment/doc_set.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include <roaring/roaring.h>

#include "base/status.h"

namespace signpost::segment {
namespace {

// The portable format of CRoaring, without runs: cookie and number of containers; a key and a cardinality less one for each
// (u16); the offset of each (u32); the containers: up to 4,096 ascending u16, or 65,536 bits.
constexpr std::uint32_t kCookie = 12346;
constexpr std::uint32_t kContainerDocs = 1u << 16;
constexpr std::size_t kContainerWords = kContainerDocs / 64;
constexpr std::size_t kContainerBytes = kContainerDocs / 8;
constexpr std::uint32_t kMaxArray = 4096;

// With more than one of so many documents, a set is made faster by way of bits.
constexpr std::uint32_t kDensePart = 64;

// What stands in front of EncodedDocSet's bytes.
enum class Form : char { kIds, kBitmap };

// The head of a bitmap in the portable format. Valid only for bytes that fit.
struct PortableHead {
  std::uint32_t containers;
  FixedArray<std::uint16_t> keys_and_counts;

  std::uint32_t Key(std::uint32_t i) const { return keys_and_counts[2 * std::size_t{i}]; }
  std::uint32_t Count(std::uint32_t i) const { return std::uint32_t{keys_and_counts[2 * std::size_t{i} + 1]} + 1; }
  static std::size_t BytesOf(std::uint32_t count) {
    return count <= kMaxArray ? 2 * std::size_t{count} : kContainerBytes;
  }
  std::size_t HeadBytes() const { return 8 + std::size_t{containers} * 8; }
};

PortableHead HeadOf(std::string_view bytes) {
  ByteReader in(bytes);
  in.Fixed<std::uint32_t>();
  const auto containers = in.Fixed<std::uint32_t>();
  return {containers, FixedArray<std::uint16_t>(bytes.substr(8, std::size_t{containers} * 4))};
}

template <typename T>
bool Ascends(const FixedArray<T>& values) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i - 1] >= values[i]) return false;
  }
  return true;
}

// True for a container that holds `count` documents below `bound`, in order.
bool IsSound(std::string_view bytes, std::uint32_t count, std::uint32_t bound) {
  if (count <= kMaxArray) {
    const FixedArray<std::uint16_t> ids(bytes);
    return Ascends(ids) && ids[ids.size() - 1] < bound;
  }
  const FixedArray<std::uint64_t> words(bytes);
  std::uint32_t seen = 0;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::uint64_t word = words[w];
    seen += static_cast<std::uint32_t>(std::popcount(word));
    const std::size_t begin = w * 64;
    if (begin >= bound ? word != 0 : bound - begin < 64 && word >> (bound - begin) != 0) return false;
  }
  return seen == count;
}

bool IsSoundBitmap(std::string_view bytes, std::uint32_t doc_count) {
  ByteReader in(bytes);
  if (in.Fixed<std::uint32_t>() != kCookie) return false;
  const auto containers = in.Fixed<std::uint32_t>();
  if (!in.ok() || containers == 0 || containers > kContainerDocs || bytes.size() < 8 + std::size_t{containers} * 8) {
    return false;
  }
  const PortableHead head = HeadOf(bytes);
  const FixedArray<std::uint32_t> offsets(bytes.substr(8 + std::size_t{containers} * 4, std::size_t{containers} * 4));
  std::size_t offset = head.HeadBytes();
  for (std::uint32_t i = 0; i < containers; ++i) {
    const std::uint32_t first = head.Key(i) * kContainerDocs;
    const std::size_t size = PortableHead::BytesOf(head.Count(i));
    if (i > 0 && head.Key(i) <= head.Key(i - 1)) return false;
    if (first >= doc_count || offsets[i] != offset || bytes.size() - offset < size) return false;
    const std::uint32_t bound = std::min(doc_count - first, kContainerDocs);
    if (!IsSound(bytes.substr(offset, size), head.Count(i), bound)) return false;
    offset += size;
  }
  return offset == bytes.size();
}

const std::uint32_t* Numbers(const std::vector<DocId>& docs) {
  return reinterpret_cast<const std::uint32_t*>(docs.data());  // an enum has the representation of its type
}

std::string Portable(const roaring_bitmap_t* set) {
  std::string out(roaring_bitmap_portable_size_in_bytes(set), '\0');
  roaring_bitmap_portable_serialize(set, out.data());
  return out;
}

roaring_bitmap_t* OrEmpty(roaring_bitmap_t* set) { return set != nullptr ? set : roaring_bitmap_create(); }

}  // namespace

DocSet::DocSet() : set_(roaring_bitmap_create()) {}
DocSet::DocSet(const DocSet& other) : set_(OrEmpty(roaring_bitmap_copy(other.set_))) {}
DocSet::DocSet(DocSet&& other) noexcept : set_(std::exchange(other.set_, nullptr)) {}
DocSet& DocSet::operator=(DocSet other) noexcept {
  std::swap(set_, other.set_);
  return *this;
}
DocSet::~DocSet() {
  if (set_ != nullptr) roaring_bitmap_free(set_);
}

DocSet DocSet::All(std::uint32_t doc_count) { return DocSet(OrEmpty(roaring_bitmap_from_range(0, doc_count, 1))); }

DocSet DocSet::Of(const std::vector<DocId>& ascending) {
  if (!ascending.empty() && Raw(ascending.back()) / kDensePart < ascending.size()) {
    DocBits bits(Raw(ascending.back()) + 1);
    for (const DocId doc : ascending) bits.Add(doc);
    return Of(bits);
  }
  return DocSet(OrEmpty(roaring_bitmap_of_ptr(ascending.size(), Numbers(ascending))));
}

// By way of the portable format, which holds dense parts as they are.
DocSet DocSet::Of(const DocBits& bits) {
  const std::vector<std::uint64_t>& words = bits.words();
  ByteWriter head;
  ByteWriter containers;
  std::vector<std::uint32_t> sizes;
  for (std::size_t begin = 0; begin < words.size(); begin += kContainerWords) {
    const std::size_t end = std::min(words.size(), begin + kContainerWords);
    std::uint32_t count = 0;
    for (std::size_t w = begin; w < end; ++w) count += static_cast<std::uint32_t>(std::popcount(words[w]));
    if (count == 0) continue;
    head.Fixed(static_cast<std::uint16_t>(begin / kContainerWords));
    head.Fixed(static_cast<std::uint16_t>(count - 1));
    sizes.push_back(static_cast<std::uint32_t>(PortableHead::BytesOf(count)));
    if (count > kMaxArray) {
      containers.Raw({reinterpret_cast<const char*>(words.data() + begin), (end - begin) * 8});
      containers.Raw(std::string(kContainerBytes - (end - begin) * 8, '\0'));
      continue;
    }
    for (std::size_t w = begin; w < end; ++w) {
      for (std::uint64_t word = words[w]; word != 0; word &= word - 1) {
        containers.Fixed(
            static_cast<std::uint16_t>((w - begin) * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }
  ByteWriter out;
  out.Fixed(kCookie);
  out.Fixed(static_cast<std::uint32_t>(sizes.size()));
  out.Raw(head.view());
  auto offset = static_cast<std::uint32_t>(8 + sizes.size() * 8);
  for (const std::uint32_t size : sizes) {
    out.Fixed(offset);
    offset += size;
  }
  out.Raw(containers.view());
  return DocSet(OrEmpty(roaring_bitmap_portable_deserialize_safe(out.view().data(), out.size())));
}

bool DocSet::empty() const { return roaring_bitmap_is_empty(set_); }
std::uint32_t DocSet::count() const { return static_cast<std::uint32_t>(roaring_bitmap_get_cardinality(set_)); }
bool DocSet::Contains(DocId doc) const { return roaring_bitmap_contains(set_, Raw(doc)); }
void DocSet::Add(DocId doc) { roaring_bitmap_add(set_, Raw(doc)); }
void DocSet::Remove(DocId doc) { roaring_bitmap_remove(set_, Raw(doc)); }
void DocSet::And(const DocSet& other) { roaring_bitmap_and_inplace(set_, other.set_); }
void DocSet::Or(const DocSet& other) { roaring_bitmap_or_inplace(set_, other.set_); }
void DocSet::AndNot(const DocSet& other) { roaring_bitmap_andnot_inplace(set_, other.set_); }
std::uint32_t DocSet::CountAnd(const DocSet& other) const {
  return static_cast<std::uint32_t>(roaring_bitmap_and_cardinality(set_, other.set_));
}
bool DocSet::operator==(const DocSet& other) const { return roaring_bitmap_equals(set_, other.set_); }

std::vector<DocId> DocSet::ToVector() const {
  std::vector<DocId> out(count());
  roaring_bitmap_to_uint32_array(set_, reinterpret_cast<std::uint32_t*>(out.data()));
  return out;
}

DocBits DocSet::ToBits(std::uint32_t doc_count) const {
  DocBits out(doc_count);
  for (const DocId doc : ToVector()) out.Add(doc);
  return out;
}

void EncodedDocSet::Append(const std::vector<DocId>& ascending, ByteWriter* out) {
  const DocSet set = DocSet::Of(ascending);
  roaring_bitmap_remove_run_compression(set.set_);
  const std::size_t id_bytes = ascending.size() * sizeof(DocId);
  const bool ids = id_bytes <= roaring_bitmap_portable_size_in_bytes(set.set_);
  out->Fixed(ids ? Form::kIds : Form::kBitmap);
  if (ids) {
    out->Raw({reinterpret_cast<const char*>(ascending.data()), id_bytes});
  } else {
    out->Raw(Portable(set.set_));
  }
}

absl::Status EncodedDocSet::Check(std::string_view bytes, std::uint32_t doc_count) {
  bool sound = !bytes.empty();
  if (sound && bytes.front() == static_cast<char>(Form::kIds)) {
    const FixedArray<std::uint32_t> ids(bytes.substr(1));
    sound = (bytes.size() - 1) % sizeof(std::uint32_t) == 0 && Ascends(ids) &&
            (ids.empty() || ids[ids.size() - 1] < doc_count);
  } else if (sound) {
    sound = bytes.front() == static_cast<char>(Form::kBitmap) && IsSoundBitmap(bytes.substr(1), doc_count);
  }
  return sound ? absl::OkStatus() : DataLoss("reading a set of documents: malformed");
}

bool EncodedDocSet::is_bitmap() const { return bytes_.front() == static_cast<char>(Form::kBitmap); }

std::uint32_t EncodedDocSet::count() const {
  if (!is_bitmap()) return static_cast<std::uint32_t>((bytes_.size() - 1) / sizeof(std::uint32_t));
  const PortableHead head = HeadOf(bytes_.substr(1));
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < head.containers; ++i) count += head.Count(i);
  return count;
}

DocSet EncodedDocSet::Decode() const {
  if (is_bitmap()) {
    const std::string_view bytes = bytes_.substr(1);
    return DocSet(OrEmpty(roaring_bitmap_portable_deserialize_safe(bytes.data(), bytes.size())));
  }
  std::vector<DocId> ids;
  ForEach([&](DocId doc) { ids.push_back(doc); });
  return DocSet::Of(ids);
}

}  // namespace signpost::segment
