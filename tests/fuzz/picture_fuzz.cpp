// Any bytes as a picture: pixels or an Error, never a crash.
#include "ui/pictures/image_decode.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace kiosk;
    auto const picture = ui::decode_picture({reinterpret_cast<char const*>(data), size}, "fuzz.png");
    if (picture && picture.value().width > 0 && picture.value().height > 0) ui::cover(picture.value(), 32, 18);
    return 0;
}
