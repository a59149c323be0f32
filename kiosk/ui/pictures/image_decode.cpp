#include "ui/pictures/image_decode.h"
#include "files/files.h"
#include "ui/pictures/resample.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <zlib.h>

namespace {

// zlib rather than stb_image_write's own packing, which takes most of a second for a screen of 3840x2160.
unsigned char* packed(unsigned char* bytes, int count, int* packed_count, int)
{
    constexpr int kLevel = 4; // beyond it a picture of ours gets no smaller worth the time
    auto size = compressBound(static_cast<uLong>(count));
    auto* result = static_cast<unsigned char*>(std::malloc(size)); // freed by stb_image_write
    if (!result || compress2(result, &size, bytes, static_cast<uLong>(count), kLevel) != Z_OK) {
        std::free(result);
        return nullptr;
    }
    *packed_count = static_cast<int>(size);
    return result;
}

} // namespace

// PNG only, which all our pictures are: fuzz-picture drove stb_image's JPEG reader past the end of a table in seconds.
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 8192
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#define STBIW_ZLIB_COMPRESS packed
#define STB_IMAGE_WRITE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

namespace kiosk::ui {

namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";

// Four bytes, the highest first.
std::size_t number_at(std::string_view bytes, std::size_t at)
{
    std::size_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number * 256 + static_cast<unsigned char>(bytes[at + i]);
    return number;
}

// Whether every chunk of a PNG is as long as it says: stb_image takes a chunk's word for it and asks for up to two GiB
// for a file of eighty bytes (found by fuzz-picture). PNG specification, 5.3: length, type, data, check sum.
bool chunks_are_there(std::string_view bytes)
{
    constexpr std::size_t kBesidesData = 12;         // [bytes]
    if (!bytes.starts_with(kSignature)) return true; // not ours to judge: it is no PNG at all
    for (auto at = kSignature.size(); at < bytes.size();) {
        if (bytes.size() - at < kBesidesData) return false;
        auto const length = number_at(bytes, at);
        if (length > bytes.size() - at - kBesidesData) return false;
        if (bytes.substr(at + 4, 4) == "IEND") break;
        at += kBesidesData + length;
    }
    return true;
}

// What a file is by its first bytes; "" where it may be a PNG.
std::string_view other_kind_of(std::string_view bytes)
{
    struct Kind {
        std::string_view name, begins;
        std::size_t at = 0;
    };
    constexpr Kind kKinds[] = {{"a JPEG", "\xFF\xD8\xFF"},
                               {"a GIF", "GIF8"},
                               {"a drawing (SVG)", "<svg"},
                               {"a drawing (SVG)", "<?xml"},
                               {"a WebP", "WEBP", 8},
                               {"a photo of a telephone (HEIC)", "ftyp", 4},
                               {"a BMP", "BM"},
                               {"a TIFF", "II*"},
                               {"a TIFF", "MM"},
                               {"a PDF", "%PDF"}};
    for (auto const& kind : kKinds)
        if (bytes.size() > kind.at && bytes.substr(kind.at).starts_with(kind.begins)) return kind.name;
    return {};
}

// Why stb_image does not read it.
Error fault_of(std::string_view bytes, std::string const& name)
{
    constexpr char const* kSaveAsPng = "open it in Paint or another program, and there save it as PNG";
    if (!bytes.starts_with(kSignature)) return Error{name, "cannot be shown: it is no PNG picture", kSaveAsPng};
    // PNG specification, 11.2.2: width and height stand behind the first chunk's length and type.
    constexpr std::size_t kWidthAt = 16, kHeightAt = 20;
    if (bytes.size() < kHeightAt + 4) return Error{name, "cannot be shown: it is damaged", kSaveAsPng};
    auto const width = number_at(bytes, kWidthAt);
    auto const height = number_at(bytes, kHeightAt);
    if (std::max(width, height) <= STBI_MAX_DIMENSIONS)
        return Error{name, "cannot be shown: it is damaged", kSaveAsPng};
    return Error{name, fmt::format("cannot be shown: it has {}x{} pixels", width, height),
                 fmt::format("make it smaller: {} a side at most", STBI_MAX_DIMENSIONS)};
}

} // namespace

Result<Image> decode_picture(std::string_view bytes, std::string const& name)
{
    if (!chunks_are_there(bytes))
        return Error{name, "cannot be shown: its end is missing", "copy it again, or save it anew as a PNG picture"};
    if (auto const kind = other_kind_of(bytes); !kind.empty())
        return Error{name, fmt::format("cannot be shown: it is {}, whatever its name ends with", kind),
                     "open it in Paint or another program, and there save it as PNG"};
    int width = 0;
    int height = 0;
    int channels = 0;
    auto* pixels = stbi_load_from_memory(reinterpret_cast<stbi_uc const*>(bytes.data()), static_cast<int>(bytes.size()),
                                         &width, &height, &channels, 4);
    if (!pixels) return fault_of(bytes, name);
    Image image{width, height, {}};
    image.rgba.assign(pixels, pixels + static_cast<std::ptrdiff_t>(width) * height * 4);
    stbi_image_free(pixels);
    return image;
}

Image cover(Image const& image, int width, int height, double focus)
{
    auto const wanted = static_cast<double>(width) / height;
    auto const given = static_cast<double>(image.width) / image.height;
    int const part_width =
        given > wanted ? std::max(1, static_cast<int>(std::lround(image.height * wanted))) : image.width;
    int const part_height =
        given > wanted ? image.height : std::max(1, static_cast<int>(std::lround(image.width / wanted)));
    auto const top = static_cast<int>(std::floor(focus * image.height - part_height / 2.0));
    return resample(
        image,
        {(image.width - part_width) / 2, std::clamp(top, 0, image.height - part_height), part_width, part_height},
        width, height);
}

Result<> write_png(std::string const& path, Image const& image)
{
    std::string bytes;
    auto const append = [](void* context, void* data, int size) {
        static_cast<std::string*>(context)->append(static_cast<char const*>(data), static_cast<std::size_t>(size));
    };
    // "Up" alone, rather than all five filters tried on each line: our flat surfaces pack as well with it.
    stbi_write_force_png_filter = 2;
    if (stbi_write_png_to_func(append, &bytes, image.width, image.height, 4, image.rgba.data(), image.width * 4) == 0)
        return Error{path, "the picture could not be packed", ""};
    return write_file_atomically(path, bytes);
}

} // namespace kiosk::ui
