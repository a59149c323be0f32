#include "ui/text/fonts.h"
#include "files/files.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <ft2build.h>
#include <hb-ot.h>
#include <hb.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace kiosk::ui {

namespace {

struct FaceFile {
    std::string_view file;
    std::string_view package;
};

// The first three are the faces, in the order of the enum; the rest are fallbacks.
constexpr std::array<FaceFile, 7> kFiles{{
    {"Inter-Regular.otf", "fonts-inter"},
    {"Inter-SemiBold.otf", "fonts-inter"},
    {"InterDisplay-Bold.otf", "fonts-inter"},
    {"NotoSans-Regular.ttf", "fonts-noto-core"},
    {"NotoSans-Bold.ttf", "fonts-noto-core"},
    {"NotoSansArabic-Regular.ttf", "fonts-noto-core"},
    {"NotoSansArabic-Bold.ttf", "fonts-noto-core"},
}};

// 26.6 fixed point of FreeType.
constexpr float kFixed = 64;

struct Font {
    std::string bytes; // FreeType and HarfBuzz read from here as long as they live
    FT_Face face = nullptr;
    hb_font_t* shaper = nullptr;
    float units_per_em = 1;
};

std::filesystem::path find_file(std::vector<std::filesystem::path> const& folders, std::string_view file)
{
    for (auto const& folder : folders) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(folder / file, ignored)) return folder / file;
    }
    return {};
}

// Each folder at any depth that holds a face. What cannot be read is passed over.
void add_folders_with_faces(std::filesystem::path const& root, std::vector<std::filesystem::path>& found)
{
    std::error_code ignored;
    auto const options = std::filesystem::directory_options::skip_permission_denied;
    std::filesystem::recursive_directory_iterator at(root, options, ignored);
    for (; at != std::filesystem::recursive_directory_iterator(); at.increment(ignored)) {
        auto const name = at->path().filename().string();
        bool const is_face =
            std::any_of(kFiles.begin(), kFiles.end(), [&](auto const& face) { return face.file == name; });
        auto const folder = at->path().parent_path();
        if (is_face && std::find(found.begin(), found.end(), folder) == found.end()) found.push_back(folder);
    }
}

bool open_font(FT_Library library, Font& font)
{
    auto const* data = reinterpret_cast<FT_Byte const*>(font.bytes.data());
    if (FT_New_Memory_Face(library, data, static_cast<FT_Long>(font.bytes.size()), 0, &font.face) != 0) return false;
    auto* blob = hb_blob_create(font.bytes.data(), static_cast<unsigned>(font.bytes.size()), HB_MEMORY_MODE_READONLY,
                                nullptr, nullptr);
    auto* face = hb_face_create(blob, 0);
    font.shaper = hb_font_create(face);
    hb_ot_font_set_funcs(font.shaper);
    font.units_per_em = static_cast<float>(hb_face_get_upem(face));
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return true;
}

} // namespace

struct Fonts::Library {
    FT_Library freetype = nullptr;
    std::array<Font, kFiles.size()> fonts;
    hb_buffer_t* buffer = hb_buffer_create();
    long shapings = 0;
};

Fonts::Fonts(std::vector<std::filesystem::path> const& folders, Problems& problems)
    : library_(std::make_unique<Library>())
{
    FT_Init_FreeType(&library_->freetype);
    for (std::size_t i = 0; i < kFiles.size(); ++i) {
        auto const advice = fmt::format("install the package {}", kFiles[i].package);
        auto const path = find_file(folders, kFiles[i].file);
        auto bytes = path.empty() ? Result<std::string>(Error{"", "", ""}) : read_file(path);
        if (path.empty() || !bytes) {
            problems.push_back({Severity::warning, {std::string(kFiles[i].file)}, "the font is missing", advice});
            continue;
        }
        library_->fonts[i].bytes = bytes.take();
        if (!open_font(library_->freetype, library_->fonts[i]))
            problems.push_back({Severity::warning, {path.string()}, "is not a font", advice});
    }
}

Fonts::~Fonts()
{
    for (auto& font : library_->fonts) {
        hb_font_destroy(font.shaper);
        if (font.face) FT_Done_Face(font.face);
    }
    hb_buffer_destroy(library_->buffer);
    FT_Done_FreeType(library_->freetype);
}

bool Fonts::empty() const
{
    for (auto const& font : library_->fonts)
        if (font.face) return false;
    return true;
}

int Fonts::font_for(Face face, char32_t character) const
{
    auto const own = static_cast<int>(face);
    auto const bold_first = face != Face::regular;
    // In the weight asked for first: Noto Sans, Noto Sans Arabic, then the other weight of each, then Inter's.
    std::array<int, 8> const order{
        own, bold_first ? 4 : 3, bold_first ? 6 : 5, bold_first ? 3 : 4, bold_first ? 5 : 6, 0, 1, 2};
    int any = -1;
    for (auto const index : order) {
        auto const& font = library_->fonts[static_cast<std::size_t>(index)];
        if (!font.face) continue;
        if (any < 0) any = index;
        if (has(index, character)) return index;
    }
    return any;
}

bool Fonts::has(int index, char32_t character) const
{
    if (index < 0) return false;
    auto const& font = library_->fonts[static_cast<std::size_t>(index)];
    hb_codepoint_t glyph = 0;
    return font.face && hb_font_get_nominal_glyph(font.shaper, character, &glyph) != 0;
}

long Fonts::shapings() const { return library_->shapings; }

void Fonts::shape(RunStyle const& style, std::string_view text, std::size_t begin, std::size_t end,
                  std::string_view language, std::vector<RunGlyph>& glyphs) const
{
    ++library_->shapings;
    auto const& font = library_->fonts[static_cast<std::size_t>(style.font)];
    auto* buffer = library_->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), static_cast<unsigned>(begin),
                       static_cast<int>(end - begin));
    hb_buffer_set_direction(buffer, style.direction == Direction::right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, static_cast<hb_script_t>(style.script));
    hb_buffer_set_language(buffer, hb_language_from_string(language.data(), static_cast<int>(language.size())));
    hb_shape(font.shaper, buffer, nullptr, 0);
    unsigned count = 0;
    auto const* infos = hb_buffer_get_glyph_infos(buffer, &count);
    auto const* positions = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; ++i) {
        auto const em = [&](hb_position_t value) { return static_cast<float>(value) / font.units_per_em; };
        glyphs.push_back({style.font, infos[i].codepoint, em(positions[i].x_advance), em(positions[i].x_offset),
                          em(positions[i].y_offset), infos[i].cluster});
    }
}

GlyphBitmap Fonts::draw(int index, std::uint32_t glyph, float size, int shift) const
{
    auto* face = library_->fonts[static_cast<std::size_t>(index)].face;
    GlyphBitmap bitmap;
    FT_Set_Char_Size(face, 0, static_cast<FT_F26Dot6>(size * kFixed), 72, 72);
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return bitmap;
    auto* slot = face->glyph;
    if (slot->format == FT_GLYPH_FORMAT_OUTLINE)
        FT_Outline_Translate(&slot->outline, static_cast<FT_Pos>(shift * 16), 0);
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return bitmap;
    bitmap.width = static_cast<int>(slot->bitmap.width);
    bitmap.height = static_cast<int>(slot->bitmap.rows);
    bitmap.left = slot->bitmap_left;
    bitmap.top = slot->bitmap_top;
    for (int row = 0; row < bitmap.height; ++row) {
        auto const* start = slot->bitmap.buffer + row * slot->bitmap.pitch;
        bitmap.coverage.insert(bitmap.coverage.end(), start, start + bitmap.width);
    }
    return bitmap;
}

float Fonts::ascent(Face face) const
{
    auto const& font = library_->fonts[static_cast<std::size_t>(std::max(0, font_for(face, U'x')))];
    return font.face ? static_cast<float>(font.face->ascender) / font.units_per_em : 0.95F;
}

float Fonts::descent(Face face) const
{
    auto const& font = library_->fonts[static_cast<std::size_t>(std::max(0, font_for(face, U'x')))];
    return font.face ? static_cast<float>(-font.face->descender) / font.units_per_em : 0.25F;
}

std::vector<std::filesystem::path> Fonts::installed_folders(std::vector<std::filesystem::path> const& data_folders)
{
    for (auto const& data : data_folders) {
        std::vector<std::filesystem::path> const debian{data / "fonts/opentype/inter", data / "fonts/truetype/noto"};
        if (std::all_of(kFiles.begin(), kFiles.end(),
                        [&](FaceFile const& face) { return !find_file(debian, face.file).empty(); }))
            return debian;
    }
    std::vector<std::filesystem::path> found;
    for (auto const& data : data_folders) add_folders_with_faces(data / "fonts", found);
    return found;
}

} // namespace kiosk::ui
