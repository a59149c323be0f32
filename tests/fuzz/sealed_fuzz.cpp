// Any bytes as a sealed file, and any bytes as the archive in one: pieces and entries, or an Error; never a crash, and
// never more bytes of a file than its entry says.
#include "crypto/age.h"
#include "package/tar.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace {

using namespace kiosk;

// Whatever length the pieces have that it comes in.
void read_archive(std::string_view bytes, std::size_t step)
{
    std::uint64_t promised = 0, got = 0;
    bool open = false;
    package::TarReader reader({[&](package::TarEntry const& entry) {
                                   if (open) std::abort();
                                   open = entry.kind == package::TarEntry::Kind::file;
                                   promised = entry.bytes;
                                   got = 0;
                                   return success();
                               },
                               [&](std::string_view part) {
                                   got += part.size();
                                   if (!open || got > promised) std::abort();
                                   return success();
                               },
                               [&] {
                                   if (!open || got != promised) std::abort();
                                   open = false;
                                   return success();
                               }});
    for (; !bytes.empty(); bytes.remove_prefix(std::min(step, bytes.size())))
        if (!reader.take(bytes.substr(0, step))) return;
    if (reader.complete() && open) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string const bytes(reinterpret_cast<char const*>(data), size);
    read_archive(bytes, 512);
    read_archive(bytes, 7);
    static auto const identity =
        crypto::read_identity("AGE-SECRET-KEY-1YF077T8AHCTT3PXFEJF9AAFXVQLCKCRRRCRY4U0EGSXNTVAD0CNSSKUZEQ").take();
    std::istringstream stream(bytes);
    (void)crypto::open_age(stream, identity, [&](std::string_view piece) {
        if (piece.size() > bytes.size()) std::abort();
        return success();
    });
    return 0;
}
