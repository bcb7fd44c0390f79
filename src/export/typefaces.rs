//! The bundled typefaces, which window and printed pages share; `assets/fonts/README.md` says where they come from.

macro_rules! typeface {
    ($file:literal) => {
        (
            $file,
            include_bytes!(concat!("../../assets/fonts/", $file)).as_slice(),
        )
    };
}

/// Each by the name of its file, once each family and weight.
pub const TYPEFACES: &[(&str, &[u8])] = &[
    typeface!("Inter-Regular.otf"),
    typeface!("Inter-SemiBold.otf"),
    typeface!("Inter-Tabular.otf"),
    typeface!("NotoSerif-Regular.ttf"),
    typeface!("NotoSerif-Bold.ttf"),
    typeface!("NotoSansHebrew-Regular.ttf"),
    typeface!("NotoSansHebrew-Bold.ttf"),
    typeface!("NotoSerifHebrew-Regular.ttf"),
    typeface!("NotoSerifHebrew-Bold.ttf"),
    typeface!("NotoSansArabic-Regular.ttf"),
    typeface!("NotoNaskhArabic-Regular.ttf"),
    typeface!("NotoSansCurrency.ttf"),
    typeface!("DejaVuSans.ttf"),
];
