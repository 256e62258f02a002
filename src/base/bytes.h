// SPDX-License-Identifier: Apache-2.0
// bytes.h — how numbers and strings stand in a segment's bytes: little-endian arrays and LEB128 varints.
//
// ByteWriter makes them; ByteReader and FixedArray read them without trusting them: no read leaves the bytes given.
// Cost:     one load for an array element; one branch per byte of a varint.
#ifndef SIGNPOST_BASE_BYTES_H_
#define SIGNPOST_BASE_BYTES_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

static_assert(std::endian::native == std::endian::little, "segments are little-endian and read in place");

class ByteWriter {
 public:
  void Varint(std::uint64_t v) {
    while (v >= 0x80) {
      out_.push_back(static_cast<char>(v | 0x80));
      v >>= 7;
    }
    out_.push_back(static_cast<char>(v));
  }
  // A varint length and the bytes.
  void String(std::string_view s) {
    Varint(s.size());
    out_.append(s);
  }
  void Raw(std::string_view s) { out_.append(s); }
  template <typename T>
  void Fixed(T v) {
    out_.append(reinterpret_cast<const char*>(&v), sizeof v);
  }
  std::size_t size() const { return out_.size(); }
  std::string_view view() const { return out_; }
  std::string Take() { return std::move(out_); }

 private:
  std::string out_;
};

// Reads what ByteWriter wrote, front to back. After a read past the end or of a malformed varint, ok() is false, and
// stays so; reads then return zero and empty.
class ByteReader {
 public:
  ByteReader() = default;
  explicit ByteReader(std::string_view bytes) : p_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  std::uint64_t Varint() {
    if (p_ < end_ && static_cast<signed char>(*p_) >= 0) return static_cast<unsigned char>(*p_++);
    return LongVarint();
  }
  std::uint32_t Varint32() {
    std::uint64_t v = Varint();
    if (v > UINT32_MAX) return Fail();
    return static_cast<std::uint32_t>(v);
  }
  std::string_view String() { return Raw(Varint()); }
  std::string_view Raw(std::uint64_t size) {
    if (size > static_cast<std::uint64_t>(end_ - p_)) {
      Fail();
      return {};
    }
    std::string_view out(p_, size);
    p_ += size;
    return out;
  }
  template <typename T>
  T Fixed() {
    std::string_view raw = Raw(sizeof(T));
    T v{};
    if (raw.size() == sizeof(T)) std::memcpy(&v, raw.data(), sizeof v);
    return v;
  }
  bool done() const { return p_ == end_; }
  bool ok() const { return ok_; }
  std::size_t remaining() const { return static_cast<std::size_t>(end_ - p_); }

 private:
  std::uint64_t LongVarint() {
    std::uint64_t v = 0;
    for (int shift = 0; shift < 64 && p_ < end_; shift += 7) {
      auto byte = static_cast<unsigned char>(*p_++);
      v |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return v;
    }
    return Fail();
  }
  std::uint32_t Fail() {
    ok_ = false;
    p_ = end_;
    return 0;
  }

  const char* p_ = nullptr;
  const char* end_ = nullptr;
  bool ok_ = true;
};

// A view of an array of T in bytes of any alignment. REQUIRES for operator[]: i < size().
template <typename T>
class FixedArray {
 public:
  FixedArray() = default;
  explicit FixedArray(std::string_view bytes) : data_(bytes.data()), size_(bytes.size() / sizeof(T)) {}

  T operator[](std::size_t i) const {
    T v;
    std::memcpy(&v, data_ + i * sizeof(T), sizeof v);
    return v;
  }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  // The elements [begin, end). REQUIRES: begin <= end <= size().
  FixedArray Slice(std::size_t begin, std::size_t end) const {
    FixedArray out;
    out.data_ = data_ + begin * sizeof(T);
    out.size_ = end - begin;
    return out;
  }

  class Iterator {
   public:
    Iterator(const FixedArray* array, std::size_t i) : array_(array), i_(i) {}
    T operator*() const { return (*array_)[i_]; }
    Iterator& operator++() {
      ++i_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return i_ != other.i_; }

   private:
    const FixedArray* array_;
    std::size_t i_;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

template <typename T>
std::string_view BytesOf(const std::vector<T>& v) {
  return {reinterpret_cast<const char*>(v.data()), v.size() * sizeof(T)};
}

}  // namespace signpost

#endif  // SIGNPOST_BASE_BYTES_H_
