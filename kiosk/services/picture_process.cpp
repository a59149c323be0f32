#include "services/picture_process.h"
#include "picture/pixels.h"
#include "system/child.h"

#include <cstring>

namespace kiosk::services {

namespace {

// More than the process's own limit of processor time, of which a busy kiosk may leave it little.
constexpr std::chrono::seconds kDecodingLimit{10};

Error refused(std::string const& name)
{
    return {name, "the picture is refused", "use a PNG picture of at most 4096 pixels a side"};
}

} // namespace

Result<ui::Image> decode_in_sandbox(std::filesystem::path const& program, std::string_view bytes,
                                    std::string const& name)
{
    if (bytes.size() > picture::kMostInput) return refused(name);
    ChildCommand order;
    order.arguments = {program.string()};
    order.input = bytes;
    order.output_limit = sizeof(picture::PixelsHeader) + picture::kMostPixelBytes;
    order.limit = kDecodingLimit;
    auto const result = run_child(order);
    if (!result) return result.error();
    auto const& output = result.value().output;
    if (result.value().end != ChildOutcome::exited || result.value().code != 0) return refused(name);
    picture::PixelsHeader header;
    if (output.size() < sizeof header) return refused(name);
    std::memcpy(&header, output.data(), sizeof header);
    bool const sides_fit = header.width > 0 && header.height > 0 && header.width <= picture::kLongestSide &&
                           header.height <= picture::kLongestSide;
    if (header.mark != picture::kMark || !sides_fit ||
        output.size() - sizeof header != std::size_t{header.width} * header.height * 4)
        return refused(name);
    ui::Image image{static_cast<int>(header.width), static_cast<int>(header.height), {}};
    image.rgba.assign(output.begin() + sizeof header, output.end());
    return image;
}

std::filesystem::path picture_program()
{
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "kiosk-picture";
}

ui::UntrustedPictures untrusted_pictures(std::filesystem::path const& content)
{
    return {content / "pictures", [program = picture_program()](std::string_view bytes, std::string const& name) {
                return decode_in_sandbox(program, bytes, name);
            }};
}

} // namespace kiosk::services
