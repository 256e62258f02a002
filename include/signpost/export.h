// SPDX-License-Identifier: Apache-2.0
// export.h — SIGNPOST_EXPORT marks what a shared build of the library makes visible; everything else is hidden.
#ifndef SIGNPOST_EXPORT_H_
#define SIGNPOST_EXPORT_H_

#if defined(__GNUC__) || defined(__clang__)
#define SIGNPOST_EXPORT __attribute__((visibility("default")))
#else
#define SIGNPOST_EXPORT
#endif

#endif  // SIGNPOST_EXPORT_H_
